import type { agreementView, noticeView } from '@journeybook/contracts';
import {
  addMonths,
  holds,
  notices,
  offeredActs,
  type PersonActor,
  probation,
  type RecordEntryId,
} from '@journeybook/domain';
import type { z } from 'zod';
import { today } from '../ui/show-dates.js';
import { type FakeAgreement, otherVersion } from './fake-agreements.js';
import { editionOf } from './fake-transport.js';
import { lakeside, named, northfield, people, sponsor } from './fake-world.js';

type Agreement = z.input<typeof agreementView>;
export type FakeNotice = z.input<typeof noticeView>;

const nameOf = (id: string, agreement: FakeAgreement) =>
  [...Object.values(people).map(named), northfield, lakeside, sponsor, agreement.apprentice].find(
    (one) => one.id === id,
  ) ?? { id, name: id };

/** Everything of an agreement that the agency is told, oldest first. */
export function noticesOf(agreement: FakeAgreement): FakeNotice[] {
  const { history, reported, standard, apprenticeship } = agreement;
  const { agency } = agreement.terms;
  const days = new Map([...reported].map(([entry, { on }]) => [entry as RecordEntryId, on]));
  return notices(history, { agency, reported: days, holidays: new Set(), today: today() }).map((one) => ({
    ...one,
    reference: reported.get(one.entry)?.reference ?? '',
    edition: editionOf(reported.get(one.entry)),
    decidedBy: nameOf(history.find(({ id }) => id === one.entry)?.answeredBy ?? '', agreement),
    apprenticeship: apprenticeship.id,
    apprentice: agreement.apprentice,
    employer: nameOf(apprenticeship.employer, agreement),
    sponsor,
    occupation: standard.occupation,
    beganOn: apprenticeship.beganOn,
    agency: { code: agency.agency, name: agency.name, basis: [...agency.basis] },
  }));
}

/** The agreement as this person reads it. */
export function viewAgreement(agreement: FakeAgreement, actor: PersonActor): Agreement {
  const { apprenticeship, standard, terms } = agreement;
  const { agency, ratio } = terms;
  const may = mayOf(agreement, actor);
  const isOwn = actor.person === apprenticeship.apprentice;
  const isSponsor = !isOwn && holds(actor, 'sponsor-admin', apprenticeship.sponsor);
  const ends = probation(standard, { beganOn: apprenticeship.beganOn, entries: [] }, agency.probation);
  const { status } = apprenticeship;
  return {
    apprenticeship: apprenticeship.id,
    apprentice: agreement.apprentice,
    employer: nameOf(apprenticeship.employer, agreement),
    sponsor,
    occupation: standard.occupation,
    approach: standard.approach,
    standard: { id: standard.id, version: standard.version },
    otherVersions: [...(agreement.otherVersions ?? [otherVersion])],
    status,
    beganOn: apprenticeship.beganOn,
    plannedOn: addMonths(apprenticeship.beganOn, standard.termMonths),
    history: historyOf(agreement),
    employers: employersOf(agreement),
    probation: status === 'registered' ? { endsOn: ends.endsOn, because: ends.because, latestOn: ends.latestOn } : null,
    mentorships: agreement.mentorships.map(({ id, mentor, from, until, kind = 'mentor' }) => ({
      id,
      mentor: nameOf(mentor, agreement),
      from,
      until,
      kind,
    })),
    notices: isSponsor ? noticesOf(agreement) : [],
    invitationLeft: null,
    signatures: isSponsor || isOwn ? agreement.signatures : null,
    agency: {
      code: agency.agency,
      name: agency.name,
      minimumAge: agency.minimumAge,
      adultAge: agency.adultAge,
      correctiveActionDays: agency.correctiveActionDays,
    },
    ratio,
    may,
  };
}

const historyOf = (agreement: FakeAgreement): Agreement['history'] =>
  agreement.history.map((one) => ({
    entry: one.id,
    from: one.from ?? null,
    to: one.status,
    on: one.occurredOn,
    reason: one.reason,
    by: nameOf(one.answeredBy, agreement),
    decidedBy: one.decidedBy ?? null,
  }));

function employersOf(agreement: FakeAgreement): Agreement['employers'] {
  const { apprenticeship, employerChanges } = agreement;
  const first = employerChanges[0]?.from ?? apprenticeship.employer;
  return [
    { employer: nameOf(first, agreement), from: apprenticeship.beganOn },
    ...employerChanges.map((one) => ({ employer: nameOf(one.employer, agreement), from: one.occurredOn })),
  ];
}

function mayOf(agreement: FakeAgreement, actor: PersonActor): Agreement['may'] {
  const { apprenticeship, history, employerChanges, otherVersions = [otherVersion] } = agreement;
  const facts = {
    apprenticeship,
    history,
    employerHistory: employerChanges,
    otherVersions: otherVersions.length,
    today: today(),
  };
  const acts = offeredActs(actor, facts);
  return { ...acts, changeStatus: [...acts.changeStatus] };
}
