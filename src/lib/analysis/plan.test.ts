import { expect, it } from 'vitest';
import { smallProgramme } from '../../../tests/engine/small-school.ts';
import { planQuestions } from './plan.ts';
import type { Question } from './question.ts';

const question: Question = {
  measure: 'M01',
  by: [],
  grain: 'term',
  times: 'all',
  selection: [],
  compare: 'none',
};

it('asks questions about one slice together and each measure once', () => {
  const questions: Question[] = [
    question,
    { ...question, measure: 'M08', compare: 'year-ago' },
    { ...question, measure: 'M42' },
    { ...question, by: ['block'] },
    { ...question, grain: 'year' },
  ];
  const programme = {
    ...smallProgramme,
    indices: { creative: { M01: { low: 0, high: 1, weight: 1 } }, civic: {} },
  };
  const plan = planQuestions(questions, programme);
  expect(questions.map((one) => plan.queryOf.get(one))).toEqual([0, 0, 0, 1, 2]);
  expect(plan.queries.map(({ measures }) => [...measures.keys()])).toEqual([
    ['M01', 'M08'],
    ['M01'],
    ['M01'],
  ]);
});

it('asks nothing of a measure that cannot be divided so', () => {
  const divided: Question = { ...question, measure: 'M26', by: ['direction'] };
  const plan = planQuestions([divided], smallProgramme);
  expect(plan.queries).toEqual([]);
  expect(plan.queryOf.get(divided)).toBeNull();
});

it('writes values as literals and drops those that no member can have', () => {
  const [query] = planQuestions(
    [
      {
        ...question,
        selection: [
          { dimension: 'class', values: ["5А' OR '1'='1"], excluded: false },
          { dimension: 'grade', values: ['5', '6); DROP TABLE roll'], excluded: true },
        ],
      },
    ],
    smallProgramme,
  ).queries;
  expect(query?.sql).toContain(`("class" IN ('5А'' OR ''1''=''1'))`);
  expect(query?.sql).toContain('(NOT coalesce(("grade" IN (5)), false))');
  expect(query?.sql).not.toContain('DROP');
});
