import type { SectionView } from '@journeybook/contracts';

type Choice = SectionView['choices'][number];

/** Words that say nothing about the subject of a course. */
const empty = new Set(['and', 'for', 'the', 'of', 'to', 'a', 'in', 'using', 'course', 'section', 'fall', 'spring']);

/**
 * The course this section most likely is, by the words of its title and the code in its label; null when two fit equally well
 * or none does. Only a suggestion: two IMT courses have nearly the same title, so a person always chooses (PRODUCT, "The program").
 */
export function guessCourse(section: Pick<SectionView, 'title' | 'label' | 'choices'>): Choice | null {
  const said = wordsOf(`${section.title} ${section.label ?? ''}`);
  const ranked = section.choices
    .map((choice) => ({ choice, score: likeness(said, choice) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  return best && best.score > (second?.score ?? 0) ? best.choice : null;
}

function likeness(said: ReadonlySet<string>, choice: Choice): number {
  if (said.has(choice.code.toLowerCase())) return 2;
  const words = [...wordsOf(choice.title)];
  return words.length === 0 ? 0 : words.filter((word) => said.has(word)).length / words.length;
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}.-]+/u)
      .filter((word) => word !== '' && !empty.has(word)),
  );
