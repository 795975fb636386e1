import type { NoticeView } from '@journeybook/contracts';
import type { AgencyReport } from '@journeybook/database';
import type {
  Apprenticeship,
  CalendarDate,
  EmployerChanged,
  OrganizationId,
  PersonId,
  RecordEntryId,
  Standard,
  StatusChanged,
} from '@journeybook/domain';
import { employerOn, holidaysFrom, notices, termsOf } from '@journeybook/domain';
import { editionOf } from '../http/edition.js';

/** The names of those an agreement and its record mention. */
export interface Names {
  readonly people: ReadonlyMap<PersonId, { readonly id: PersonId; readonly name: string }>;
  readonly organizations: ReadonlyMap<OrganizationId, { readonly id: OrganizationId; readonly name: string }>;
}

/** An agreement with the changes that its notices are about. */
export interface NotedAgreement {
  readonly apprenticeship: Apprenticeship;
  readonly program: Standard;
  readonly history: readonly StatusChanged[];
  readonly employerHistory: readonly EmployerChanged[];
}

/** Everybody that notices of these agreements name. */
export const namedIn = (agreements: readonly NotedAgreement[]) => ({
  people: agreements.flatMap(({ apprenticeship, history }) => [
    apprenticeship.apprentice,
    ...history.map((change) => change.answeredBy),
  ]),
  organizations: agreements.flatMap(({ apprenticeship: { employer, sponsor }, employerHistory }) => [
    employer,
    sponsor,
    ...employerHistory.flatMap((change) => [change.from, change.employer]),
  ]),
});

/** The name, or an empty one: a row that is referred to is always there. */
export const nameOf = <Id extends string>(
  names: ReadonlyMap<Id, { readonly id: Id; readonly name: string }>,
  id: Id,
): { id: Id; name: string } => names.get(id) ?? { id, name: '' };

/** Changes with what was reported; the notice itself is on the record. */
export const editionOfReport = (report: AgencyReport | undefined): string =>
  editionOf(report ? [report.reportedOn, report.reference] : null);

/** What the agency has to be told about an agreement, oldest first, each ready to print with the employer of its day. */
export function presentNotices(
  { apprenticeship, program, history, employerHistory }: NotedAgreement,
  facts: { reports: ReadonlyMap<RecordEntryId, AgencyReport>; names: Names; today: CalendarDate },
): NoticeView[] {
  const { reports, names, today } = facts;
  const { agency } = termsOf(program);
  const changes = new Map(history.map((change) => [change.id, change]));
  const all = notices(history, {
    agency,
    reported: new Map([...reports].map(([entry, report]) => [entry, report.reportedOn])),
    holidays: holidaysFrom(...history.map((change) => change.occurredOn)),
    today,
  });
  return all.map((notice) => ({
    ...notice,
    reference: reports.get(notice.entry)?.reference ?? '',
    edition: editionOfReport(reports.get(notice.entry)),
    decidedBy: nameOf(names.people, changes.get(notice.entry)?.answeredBy ?? apprenticeship.apprentice),
    apprenticeship: apprenticeship.id,
    apprentice: nameOf(names.people, apprenticeship.apprentice),
    employer: nameOf(names.organizations, employerOn(apprenticeship, employerHistory, notice.occurredOn)),
    sponsor: nameOf(names.organizations, apprenticeship.sponsor),
    occupation: { title: program.occupation.title, rapidsCode: program.occupation.rapidsCode },
    beganOn: apprenticeship.beganOn,
    agency: { code: agency.agency, name: agency.name, basis: [...agency.basis] },
  }));
}
