import type { Locale } from '#lib/i18n/locale.ts';

/** Publications by the short citations of the registry. */
const publications: Readonly<Record<string, string>> = {
  'ArtsForward NYC 2014 gap analysis': 'ArtsForward, New York City, gap analysis of 2014',
  'Borenstein et al. 2009 ch. 4':
    'Borenstein M. et al. Introduction to Meta-Analysis, 2009, chapter 4',
  'Das Gupta 1993': 'Das Gupta P. Current Population Reports, 1993, P23-186',
  'Dixon et al. 1987': 'Dixon P. M. et al. Ecology, 1987, 68:1548–1551',
  'Doskin et al. 1973': 'Доскин В. А. и др. Вопросы психологии, 1973, № 6 (САН)',
  'Efron & Morris 1977': 'Efron B., Morris C. Scientific American, 1977, 236(5):119–127',
  'Gini 1912': 'Gini C. Variabilità e mutabilità, 1912',
  'Herfindahl 1950': 'Herfindahl O. C. Concentration in the Steel Industry, 1950',
  'Hill 1973': 'Hill M. O. Ecology, 1973, 54:427–432',
  'Hirschman 1964': 'Hirschman A. O. American Economic Review, 1964, 54:761–762',
  'Hyndman & Fan 1996, type 7':
    'Hyndman R. J., Fan Y. The American Statistician, 1996, 50:361–365, type 7',
  'ICCS 2022': 'IEA, International Civic and Citizenship Education Study 2022',
  'Ingenuity Creative Schools 2016': 'Ingenuity, Creative Schools Certification 2016/17',
  'ISO 8000-8': 'ISO 8000-8:2015, Data quality',
  'Jacobson & Truax 1991':
    'Jacobson N. S., Truax P. Journal of Consulting and Clinical Psychology, 1991, 59:12–19',
  'Jost 2006': 'Jost L. Oikos, 2006, 113:363–375',
  'Kitagawa 1955': 'Kitagawa E. M. JASA, 1955, 50:1168–1194',
  'Kleinman 1973': 'Kleinman J. C. JASA, 1973, 68:46–54',
  'Newcombe 1998b, method 10': 'Newcombe R. G. Statistics in Medicine, 1998, 17:873–890, method 10',
  'NYC Arts in Schools': 'NYC Department of Education, Annual Arts in Schools Report',
  'OECD/JRC 2008':
    'OECD, JRC. Handbook on Constructing Composite Indicators, 2008, ISBN 978-92-64-04345-9',
  'Phillips 1970': 'Phillips B. N., questionnaire of school anxiety, 1970',
  'PISA 2022 III': 'OECD, PISA 2022 Results, Volume III',
  'PISA 2022 III ch. 6': 'OECD, PISA 2022 Results, Volume III, chapter 6',
  'Shannon 1948': 'Shannon C. E. Bell System Technical Journal, 1948, 27:379–423',
  'Spiegelhalter 2005': 'Spiegelhalter D. J. Statistics in Medicine, 2005, 24:1185–1202',
  'Student 1908': 'Student. Biometrika, 1908, 6:1–25',
  'Tunik 2002': 'Туник Е. Е. Опросник креативности Джонсона, 2002',
  'Wilson 1927': 'Wilson E. B. JASA, 1927, 22:209–212',
};

/** The sources of a measure as a reader can look them up; one that is not known stays as it is. */
export function sayReferences(source: string, { t }: Locale): readonly string[] {
  const { programme, definition } = t.methods.ownSources;
  return source.split('; ').map((one) => {
    if (one.startsWith('programme')) return programme;
    if (one.startsWith('measures.md')) return definition;
    return publications[one] ?? one;
  });
}
