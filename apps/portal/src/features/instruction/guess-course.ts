import type { SectionView } from '@journeybook/contracts';

type Choice = SectionView['choices'][number];

/** Words that say nothing about the subject of a course. */
const empty = new Set(['and', 'for', 'the', 'of', 'to', 'a', 'in', 'using', 'course', 'section', 'fall', 'spring']);

/** Below any difference between two titles: it only decides between equals. */
const sameTitle = 0.001;

/**
 * The course this section most likely is, by the words of its title and the code in its label; where two occupations teach a course of
 * that name, the one whose initials the section has (`IMT-BP`). Null when two fit equally well or none does. Only a suggestion: two IMT
 * courses have nearly the same title, so a person always chooses (PRODUCT, "The program").
 */
export function guessCourse(section: Pick<SectionView, 'title' | 'label' | 'choices'>): Choice | null {
  const said = wordsOf(`${section.title} ${section.label ?? ''}`);
  const ranked = section.choices
    .map((choice) => ({ choice, score: likeness(said, choice) }))
    .filter(({ score }) => score >= 0.5)
    .map(({ choice, score }) => ({ choice, score: score + (isOf(said, choice.occupation) ? sameTitle : 0) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  return best && best.score > (second?.score ?? 0) ? best.choice : null;
}

function likeness(said: ReadonlySet<string>, choice: Choice): number {
  if (said.has(choice.code.toLowerCase())) return 2;
  const words = [...wordsOf(choice.title)];
  return words.length === 0 ? 0 : words.filter((word) => said.has(word)).length / words.length;
}

/** Whether a word, or a part of one, is the initials of the occupation. */
function isOf(said: ReadonlySet<string>, occupation: string): boolean {
  const initials = [...wordsOf(occupation)].map((word) => word.charAt(0)).join('');
  return initials.length > 1 && [...said].some((word) => word.split(/[.-]/).includes(initials));
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}.-]+/u)
      .filter((word) => word !== '' && !empty.has(word)),
  );
