import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Below this score of 0 to 4 a password falls within 10^8 guesses: what a list and a few rules find. */
const leastScore = 3;

/** What everybody here would think of first. */
const ownWords = ['journeybook', 'apprentice', 'apprenticeship', 'mentor', 'sponsor', 'password'];

/** Longer passwords are told by their beginning: the estimate's work grows with the square of the length. */
const lookedAt = 100;

let estimate: ZxcvbnFactory | undefined;

/**
 * Whether a password is among those that are guessed first: one of 40,000 that leaked most often, or made of them, of keys beside
 * each other, dates or repetition. Told from a list that comes along; nothing is asked of anybody.
 */
export function isGuessable(password: string): boolean {
  estimate ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return estimate.check(password.slice(0, lookedAt), ownWords).score < leastScore;
}
