/** Queries to begin with; each runs on any school's records. */
export const consoleExamples = {
  reach: `WITH sizes AS (
  SELECT school_year, term, count(*) AS on_roll
  FROM pupils
  GROUP BY ALL
)
SELECT p.school_year, p.term, p.block,
  count(DISTINCT p.person) AS reached,
  s.on_roll,
  round(100 * count(DISTINCT p.person) / s.on_roll, 1) AS percent
FROM participations p
JOIN sizes s USING (school_year, term)
WHERE p.counted AND p.on_roll AND p.block IS NOT NULL
GROUP BY p.school_year, p.term, p.block, s.on_roll
ORDER BY p.school_year, p.term, p.block`,
  unreached: `SELECT arg_max(class, term) AS class, pupil
FROM pupils
WHERE school_year = (SELECT max(school_year) FROM pupils)
GROUP BY person, pupil, rank
HAVING sum(participations) = 0
ORDER BY arg_max(grade, term), class, rank`,
  orphans: `SELECT date, title, direction_name, people
FROM events
WHERE partner IS NULL AND held
ORDER BY people DESC, date`,
  partners: `SELECT name, kind, block, events, people,
  round(people / events, 1) AS per_event
FROM partners
WHERE events > 0
ORDER BY people DESC
LIMIT 20`,
  volunteers: `SELECT pupil, arg_max(class, school_year) AS class,
  sum(hours) AS hours, count(*) AS times
FROM volunteer_hours
GROUP BY person, pupil
ORDER BY hours DESC, pupil
LIMIT 50`,
  small: `SELECT school_year, term, class, count(*) AS on_roll,
  count(*) FILTER (participations > 0) AS reached
FROM pupils
GROUP BY ALL
HAVING reached < 10
ORDER BY school_year DESC, term DESC, class`,
  months: `SELECT date_trunc('month', date)::DATE AS month,
  count(*) AS participations,
  count(DISTINCT person) AS pupils
FROM participations
WHERE counted AND date IS NOT NULL
GROUP BY ALL
ORDER BY month`,
  gains: `WITH totals AS (
  SELECT school_year, instrument, version, person, wave, sum(score) AS score
  FROM scores
  GROUP BY ALL
)
SELECT a.school_year, a.instrument, a.version, count(*) AS pairs,
  round(avg(a.score), 2) AS before,
  round(avg(b.score), 2) AS after,
  round(avg(b.score - a.score), 2) AS gain
FROM totals a
JOIN totals b USING (school_year, instrument, version, person)
WHERE a.wave = 'pre' AND b.wave = 'post'
GROUP BY ALL
ORDER BY ALL`,
} as const;

/** Name of a query to begin with. */
export type ConsoleExample = keyof typeof consoleExamples;
