import type { MatchedLearners, UndoneMatches } from '@journeybook/contracts';
import type { LaunchSessionRow, Tables } from '@journeybook/database';
import { Database } from '@journeybook/database';
import type {
  ApprenticeshipId,
  DecidedMatch,
  LmsIdentityId,
  MatchRefusal,
  PersonId,
  Result,
} from '@journeybook/domain';
import { matchLearner, unmatchLearner } from '@journeybook/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { inWords } from '../http/refusal-words.js';
import { Refused } from '../http/refused.js';
import { editionOfMatch } from './present-section.js';
import { questionMatches, writeMatches } from './write-matches.js';

/** A learner, and the apprentice that they were shown to be or were proposed as. */
interface Asked {
  readonly identity: LmsIdentityId;
  readonly apprenticeship: ApprenticeshipId;
}
type Shown = Asked & { readonly edition: string };

/** What is known of each, held until the transaction ends. */
interface Held {
  readonly identity: LmsIdentityId;
  readonly isLearner: boolean;
  readonly person: PersonId | null;
  readonly before: PersonId | null;
}
type Decided = Held & { readonly decision: Result<DecidedMatch, MatchRefusal> };

@Injectable()
export class MatchLearners {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * An instructor confirms which apprentices learners of this section are, each as shown. Each is decided by themselves by the rules of
   * a single match, and answered by themselves; what is done is one transaction whose statements do not grow with the learners. Who is
   * that apprentice already, by whomever, is left so. `not-a-learner-here` for the whole of it when it names somebody who was never in
   * the section: no page shows such a one.
   */
  async match(launch: LaunchSessionRow, asked: readonly Shown[]): Promise<MatchedLearners> {
    return this.database.transaction(async (tables) => {
      const { section } = launch;
      const learners = onceEach(asked);
      const held = await hold(tables, launch, learners);
      const declined = await tables.learners.declinedIn(section);
      const editions = new Map(learners.map(({ identity, edition }) => [identity, edition]));
      const decided = held.map((one) => {
        const now = editionOfMatch(one.before, declined.get(one.identity));
        return { ...one, decision: matchLearner({ ...one, asShown: editions.get(one.identity) === now }) };
      });
      const matches = decided.flatMap(toDo);
      if (matches.length > 0) {
        const at = this.clock.now();
        const by = await tables.people.behind(launch.identity, at);
        await writeMatches(tables, matches, { section, by, at });
      }
      const words = { done: 'matched', already: 'already-matched' } as const;
      return { learners: decided.map((one) => answer(one, words)) };
    });
  }

  /**
   * Takes matches back that were just made: nobody has said that the learners are not these apprentices, so they are suggested again.
   * What was credited meanwhile stays on the record and opens a review, as when a single match is taken back.
   */
  async undo(launch: LaunchSessionRow, asked: readonly Asked[]): Promise<UndoneMatches> {
    return this.database.transaction(async (tables) => {
      const held = await hold(tables, launch, onceEach(asked));
      const decided = held.map((one) => ({ ...one, decision: unmatchLearner(one) }));
      const identities = decided.flatMap(toDo).map(({ identity }) => identity);
      if (identities.length > 0) {
        const at = this.clock.now();
        // Says on file who did it.
        await tables.people.behind(launch.identity, at);
        await questionMatches(tables, identities, at);
        await tables.matches.unlink(identities, at);
      }
      return { learners: decided.map((one) => answer(one, { done: 'unmatched', already: 'unmatched' })) };
    });
  }
}

/** A learner who stands in the request twice is answered once, as they were given last. */
const onceEach = <Given extends Asked>(asked: readonly Given[]): readonly Given[] => [
  ...new Map(asked.map((one) => [one.identity, one])).values(),
];

async function hold(tables: Tables, launch: LaunchSessionRow, learners: readonly Asked[]): Promise<readonly Held[]> {
  await tables.sections.lock(launch.section);
  const identities = learners.map(({ identity }) => identity);
  const members = await tables.matches.membersAmong(launch.section, identities);
  if (members.size < identities.length) throw new Refused({ kind: 'not-a-learner-here' });
  const candidates = await tables.roster.listCandidates(launch.college);
  const people = new Map(candidates.map(({ apprenticeship, person }) => [apprenticeship, person]));
  const linked = await tables.matches.lockLinked(identities);
  return learners.map(({ identity, apprenticeship }) => ({
    identity,
    isLearner: members.get(identity) === true,
    person: people.get(apprenticeship) ?? null,
    before: linked.get(identity) ?? null,
  }));
}

const toDo = ({ identity, before, decision }: Decided) =>
  decision.ok && !decision.value.already ? [{ identity, before, person: decision.value.person }] : [];

function answer<Outcome extends string>(
  { identity, decision }: Decided,
  words: { readonly done: Outcome; readonly already: Outcome },
) {
  if (decision.ok)
    return { identity, outcome: decision.value.already ? words.already : words.done, reason: null, kind: null };
  const { refusal } = decision;
  return { identity, outcome: 'refused' as const, reason: inWords(refusal), kind: refusal.kind };
}
