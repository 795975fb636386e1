import type { PersonActor } from '../access/roles.js';
import { changeStatus } from '../apprenticeship/change-status.js';
import { attestMastery } from '../completion/attest-mastery.js';
import { awardCompletion } from '../completion/award-completion.js';
import { recordCredential } from '../completion/record-credential.js';
import { returnCompletion } from '../completion/return-completion.js';
import { reviewItem } from '../completion/review-item.js';
import { takenBackFrom } from '../completion/taken-back.js';
import { signOffCompetency } from '../competency/sign-off-competency.js';
import { voidSignOff } from '../competency/void-sign-off.js';
import { approveVariance } from '../hours/approve-variance.js';
import { confirmCompletion } from '../instruction/confirm-completion.js';
import { federalPolicy } from '../program/agency-policies.js';
import type { RecordEntry } from '../record/record-entry.js';
import { totals } from '../record/totals.js';
import { voidEntry } from '../record/void-entry.js';
import { decideStanding } from '../standing/decide-standing.js';
import { requestStanding } from '../standing/request-standing.js';
import type { StandingItem } from '../standing/standing-request.js';
import { day, irene, standingRequestId, sectionId } from './build-ids.js';
import {
  actor,
  apprenticeActor,
  apprenticeWithOffice,
  employerActor,
  mentorActor,
  sponsorActor,
} from './build-people.js';
import type { Command, Who } from './commands.js';
import { correctSome, reverseSome, workSome } from './play-hours.js';
import type { World } from './world.js';
import {
  add,
  clock,
  historyOf,
  isReversed,
  lastDay,
  mentorships,
  nextId,
  requirementsOf,
  secondId,
  someMinutes,
} from './world.js';

const people: Readonly<Record<Who, PersonActor>> = {
  apprentice: apprenticeActor,
  mentor: mentorActor,
  employer: employerActor,
  sponsor: sponsorActor,
  'apprentice-with-office': apprenticeWithOffice,
  instructor: actor(irene),
};

/** The world after somebody tried something; the same world when the rules refuse it. */
export function play(world: World, command: Command): World {
  switch (command.do) {
    case 'work':
      return workSome(world, people[command.who], command);
    case 'reverse-hours':
      return reverseSome(world, people[command.who], command.nth);
    case 'correct-hours':
      return correctSome(world, people[command.who], command);
    case 'sign-off':
      return signOff(world, command);
    case 'void-sign-off':
    case 'void-entry':
      return voidOne(world, command);
    case 'confirm':
      return confirm(world, command);
    case 'credential':
      return credential(world, command);
    case 'variance':
      return allow(world, command);
    case 'standing':
      return standing(world, command);
    case 'status':
      return status(world, command);
    case 'attest':
    case 'award':
    case 'return':
    case 'review':
    case 'review-all':
      return ending(world, command);
  }
}

type On<Kind extends Command['do']> = Extract<Command, { do: Kind }>;
const pick = <Item>(items: readonly Item[], nth: number): Item | undefined => items[nth % Math.max(1, items.length)];

const factsOf = (world: World) => ({
  apprenticeship: world.apprenticeship,
  standard: world.standard,
  mentorships,
  ...clock,
  recordEntry: nextId(world),
});

function signOff(world: World, { who, skill: nth, level }: On<'sign-off'>): World {
  const { standard, entries } = world;
  const skill = pick(standard.competencies, nth);
  if (!skill) return world;
  const signed = entries.filter((entry) => entry.kind === 'competency-attested' && entry.competency === skill.code);
  const now = totals(entries).find((one) => one.subject === 'competency' && one.code === skill.code);
  const answer = signOffCompetency(
    { competency: skill.code, level, comment: '', observedOn: lastDay, by: people[who].person },
    { ...factsOf(world), signedLevel: now?.level ?? null, signedTimes: signed.length },
  );
  return answer.ok ? add(world, answer.value) : world;
}

function allow(world: World, { who, process, minutes }: On<'variance'>): World {
  const workProcess = pick(world.standard.workProcesses, process)?.code;
  if (!workProcess) return world;
  const allowed = totals(world.entries).find((one) => one.subject === 'work-process' && one.code === workProcess);
  const allowedMinutes = allowed?.varianceMinutes ?? someMinutes(0);
  const variance = { workProcess, minutes: someMinutes(minutes), shownMinutes: allowedMinutes, reason: 'More of it' };
  const answer = approveVariance(people[who], variance, {
    ...factsOf(world),
    allowedMinutes,
    approvedTimes: world.ids,
  });
  return answer.ok ? add(world, answer.value) : world;
}

function credential(world: World, { who }: On<'credential'>): World {
  const earned = world.entries.some((entry) => entry.kind === 'credential-earned' && !isReversed(world, entry));
  const card = { credential: 'OSHA-10', earnedOn: lastDay, reference: 'Card 36-1234' };
  const answer = recordCredential(people[who], card, { ...factsOf(world), earned });
  return answer.ok ? add(world, answer.value) : world;
}

function voidOne(world: World, command: On<'void-sign-off' | 'void-entry'>): World {
  const signed = world.entries.filter((entry) => entry.kind === 'competency-attested');
  const facts = (entry: RecordEntry) => ({ ...factsOf(world), voided: isReversed(world, entry) });
  const who = people[command.who];
  const reason = 'Entered by mistake';
  const skill = command.do === 'void-sign-off' ? pick(signed, command.nth) : undefined;
  const entry = command.do === 'void-entry' ? pick(world.entries, command.nth) : undefined;
  const answer = skill
    ? voidSignOff(who, { signed: skill, reason }, facts(skill))
    : entry && voidEntry(who, { entry, reason }, facts(entry));
  return answer?.ok ? add(world, answer.value) : world;
}

function confirm(world: World, { course: nth, score }: On<'confirm'>): World {
  const { standard, apprenticeship, entries } = world;
  const course = pick(standard.courses, nth);
  if (!course) return world;
  const credits = entries.filter((entry) => entry.kind === 'rti-hours-credited' && entry.course === course.code);
  const standing = credits.find((entry) => !isReversed(world, entry)) ?? null;
  const answer = confirmCompletion(
    {
      section: sectionId(1),
      course: course.code,
      scorePercent: score,
      source: 'lms-grade',
      confirmedBy: irene,
      completedOn: lastDay,
    },
    {
      apprenticeship,
      standard,
      passMarkPercent: 70,
      standing,
      reversedTimes: credits.length,
      now: clock.now,
      recordEntry: nextId(world),
    },
  );
  return answer.ok && answer.value.kind === 'credited' ? add(world, answer.value.credit) : world;
}

function standing(world: World, { who, decider, item: nth, minutes }: On<'standing'>): World {
  const { standard, apprenticeship, entries } = world;
  const items: readonly StandingItem[] = [
    ...standard.workProcesses.map(({ code }) => ({
      kind: 'work-process' as const,
      workProcess: code,
      minutes: someMinutes(minutes),
    })),
    ...standard.courses.map(({ code }) => ({ kind: 'course' as const, course: code, minutes: someMinutes(minutes) })),
    ...standard.competencies.map(({ code }) => ({ kind: 'competency' as const, competency: code, level: 3 })),
  ];
  const granted = items.slice(nth % items.length, (nth % items.length) + 1);
  const evidence = [{ title: 'Transcript', reference: 'file 1' }];
  const asked = {
    id: standingRequestId(world.ids),
    items: granted,
    reason: 'Earlier work',
    evidence,
    youthMinutes: null,
  };
  const request = requestStanding(people[who], asked, { apprenticeship, standard, now: clock.now });
  if (!request.ok) return world;
  const decision = { granted, reason: 'Seen', recordEntries: [nextId(world)] };
  const facts = { apprenticeship, standard, entries, others: [], ...clock };
  const answer = decideStanding(people[decider], request.value, decision, facts);
  return answer.ok ? add(world, ...answer.value.grants) : world;
}

const statusFacts = (world: World) => ({
  apprenticeship: world.apprenticeship,
  history: historyOf(world),
  agency: federalPolicy,
  holidays: new Set<never>(),
  ...clock,
  recordEntry: nextId(world),
});

function status(world: World, { who, to }: On<'status'>): World {
  const change = { to, effectiveOn: lastDay, reason: 'Decided', noticeGivenOn: day('2026-12-01') };
  const answer = changeStatus(people[who], change, statusFacts(world));
  return answer.ok ? { ...add(world, answer.value.change), apprenticeship: answer.value.apprenticeship } : world;
}

function ending(world: World, command: On<'attest' | 'award' | 'return' | 'review' | 'review-all'>): World {
  const { apprenticeship, standard, entries, review } = world;
  const who = people[command.who];
  const ids = { returned: nextId(world), reversal: secondId(world) };
  switch (command.do) {
    case 'attest': {
      const facts = { apprenticeship, standard, entries, ...clock, recordEntry: nextId(world) };
      const answer = attestMastery(who, 'Mastered', facts);
      return answer.ok ? add(world, answer.value) : world;
    }
    case 'return': {
      const facts = { apprenticeship, entries, ...clock, recordEntries: ids };
      const answer = returnCompletion(who, { review, reasons: ['Look again'] }, facts);
      return answer.ok
        ? { ...add(world, answer.value.returned, answer.value.reversal), review: answer.value.review }
        : world;
    }
    case 'award': {
      const facts = { ...statusFacts(world), standard, entries, shownVersion: review.version };
      const answer = awardCompletion(who, review, { ...facts, awardEntry: secondId(world) });
      return answer.ok
        ? { ...add(world, answer.value.change, answer.value.award), apprenticeship: answer.value.apprenticeship }
        : world;
    }
    case 'review-all':
      return requirementsOf(world).reduce((before, _, nth) => reviewNth(before, who, { nth, accepted: true }), world);
    case 'review':
      return reviewNth(world, who, command);
  }
}

function reviewNth(world: World, who: PersonActor, { nth, accepted }: { nth: number; accepted: boolean }): World {
  const requirements = requirementsOf(world);
  const requirement = pick(requirements, nth);
  if (!requirement) return world;
  const verdict = accepted ? ('accepted' as const) : ('questioned' as const);
  const takenBack = takenBackFrom(world.standard, world.entries);
  const { kind, code } = requirement;
  const item = { kind, code, verdict, remark: 'Seen', takenBack: takenBack(requirement) };
  const facts = { apprenticeship: world.apprenticeship, requirements, takenBack };
  const answer = reviewItem(who, world.review, item, facts);
  return answer.ok ? { ...world, review: answer.value } : world;
}
