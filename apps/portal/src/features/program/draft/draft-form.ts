import { type AgencyPolicyView, agencyPolicy, type StandardContents } from '@journeybook/contracts';
import { federalPolicy } from '@journeybook/domain';

type Terms = NonNullable<StandardContents['terms']>;
export type WageStep = NonNullable<Terms['wages']>['steps'][number];
/** An item of a list while it is edited: its code may change, its key does not. */
export type Keyed<Item> = Item & { readonly key: string };
type Item<List extends readonly unknown[]> = List[number];

export type ProcessItem = Keyed<Item<StandardContents['workProcesses']>>;
/** Belongs to a process by its key, so that it follows when the process gets another code; null when there is none such. */
export type CompetencyItem = Keyed<Item<StandardContents['competencies']>> & { readonly process: string | null };
/** May be chosen from a group, by its key. */
export type CourseItem = Keyed<Omit<Item<StandardContents['courses']>, 'electiveGroup'>> & {
  readonly group: string | null;
  /** The group as the contents name it; it counts where `group` is null. */
  readonly electiveGroup?: string | undefined;
};
export type GroupItem = Keyed<Item<NonNullable<StandardContents['electiveGroups']>>>;
export type LevelItem = Keyed<Item<StandardContents['levels']>>;
export type CredentialItem = Keyed<Item<StandardContents['completionCredentials']>>;
export type StepItem = Keyed<WageStep>;

type Plain = Pick<
  StandardContents,
  'version' | 'occupation' | 'approach' | 'termMonths' | 'ojtMinutes' | 'rtiMinutes' | 'jobBookStatus' | 'policies'
>;

/** A draft while it is edited. A number that cannot be read is NaN: then nothing is saved. */
export interface DraftForm extends Plain {
  readonly workProcesses: readonly ProcessItem[];
  readonly competencies: readonly CompetencyItem[];
  readonly courses: readonly CourseItem[];
  readonly electiveGroups: readonly GroupItem[];
  readonly levels: readonly LevelItem[];
  readonly completionCredentials: readonly CredentialItem[];
  readonly wages: { readonly journeyworkerCentsPerHour: number } | null;
  readonly wageSteps: readonly StepItem[];
  readonly ratio: Terms['ratio'];
  readonly agency: AgencyPolicyView;
}

let made = 0;
/** A key that no other item has. */
export const newKey = (): string => `k${++made}`;
const keyed = <One extends object>(one: One): Keyed<One> => ({ ...one, key: newKey() });

const federal: AgencyPolicyView = agencyPolicy.parse(federalPolicy);

/** The form that shows these contents. */
export function formOf(contents: StandardContents): DraftForm {
  const { terms } = contents;
  const workProcesses = contents.workProcesses.map(keyed);
  const electiveGroups = (contents.electiveGroups ?? []).map(keyed);
  const keyOf = (list: readonly Keyed<{ code: string }>[], code: string | undefined) =>
    list.find((one) => one.code === code)?.key ?? null;
  return {
    ...plain(contents),
    workProcesses,
    electiveGroups,
    competencies: contents.competencies.map((one) => ({
      ...keyed(one),
      process: keyOf(workProcesses, one.workProcess),
    })),
    courses: contents.courses.map((one) => ({ ...keyed(one), group: keyOf(electiveGroups, one.electiveGroup) })),
    levels: contents.levels.map(keyed),
    completionCredentials: contents.completionCredentials.map(keyed),
    wages: terms?.wages ? { journeyworkerCentsPerHour: terms.wages.journeyworkerCentsPerHour } : null,
    wageSteps: (terms?.wages?.steps ?? []).map(keyed),
    ratio: terms?.ratio ?? null,
    agency: terms?.agency ?? federal,
  };
}

const plain = (from: Plain): Plain => ({
  version: from.version,
  occupation: from.occupation,
  approach: from.approach,
  termMonths: from.termMonths,
  ojtMinutes: from.ojtMinutes,
  rtiMinutes: from.rtiMinutes,
  jobBookStatus: from.jobBookStatus,
  policies: from.policies,
});

const bare = <One extends { readonly key: string }>({ key: _, ...one }: One): Omit<One, 'key'> => one;

/**
 * The contents that the form says. Wage steps are numbered as they stand. A program that lays down no wages, no ratio and the federal
 * policy has no terms, as it began.
 */
export function contentsOf(form: DraftForm): StandardContents {
  const processes = new Map(form.workProcesses.map((one) => [one.key, one.code]));
  const groups = new Map(form.electiveGroups.map((one) => [one.key, one.code]));
  const terms = termsOf(form);
  return {
    ...plain(form),
    workProcesses: form.workProcesses.map(bare),
    competencies: form.competencies.map(({ key: _, process, ...one }) => ({
      ...one,
      workProcess: processes.get(process ?? '') ?? one.workProcess,
    })),
    courses: form.courses.map(({ key: _, group, electiveGroup, ...one }) => {
      const code = groups.get(group ?? '') ?? electiveGroup;
      return code === undefined ? one : { ...one, electiveGroup: code };
    }),
    ...(form.electiveGroups.length > 0 ? { electiveGroups: form.electiveGroups.map(bare) } : {}),
    levels: form.levels.map(bare),
    completionCredentials: form.completionCredentials.map(bare),
    ...(terms ? { terms } : {}),
  };
}

function termsOf({ wages, wageSteps, ratio, agency: typed }: DraftForm): Terms | null {
  const agency = { ...typed, basis: typed.basis.filter((line) => line.trim() !== '') };
  if (!wages && !ratio && JSON.stringify(agency) === JSON.stringify(federal)) return null;
  const steps = wageSteps.map((one, index) => ({ ...bare(one), step: index + 1 }));
  return { wages: wages && { ...wages, steps }, ratio, agency };
}
