import type { ApprenticeshipSummary } from '@journeybook/contracts';

/** Those whose name, occupation or employer holds every word typed, whatever its case and accents. */
export function findPeople(people: readonly ApprenticeshipSummary[], typed: string): readonly ApprenticeshipSummary[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return people.filter((one) => {
    const text = plain(`${one.apprentice.name} ${one.occupation} ${one.employer.name}`);
    return words.every((word) => text.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
