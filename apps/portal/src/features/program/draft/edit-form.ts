import type { DraftForm } from './draft-form.js';

export type ListName =
  | 'workProcesses'
  | 'competencies'
  | 'courses'
  | 'electiveGroups'
  | 'levels'
  | 'completionCredentials'
  | 'wageSteps';
export type ItemOf<Name extends ListName> = DraftForm[Name][number];

/** What was taken away last, to be put back where it was. */
export interface Removed {
  /** What it was called, and what went with it. */
  readonly name: string;
  readonly key: string;
  readonly putBack: (form: DraftForm) => DraftForm;
}

/** One item with some of it changed. */
export const changeItem = <Name extends ListName>(
  form: DraftForm,
  list: Name,
  key: string,
  part: Partial<ItemOf<Name>>,
): DraftForm => ({
  ...form,
  [list]: form[list].map((one) => (one.key === key ? { ...one, ...part } : one)),
});

/** One item more, at the end of its list. */
export const addItem = <Name extends ListName>(form: DraftForm, list: Name, item: ItemOf<Name>): DraftForm => ({
  ...form,
  [list]: [...form[list], item],
});

/** Without an item. A process takes its competencies along; courses of a group that goes become required. */
export function removeItem(form: DraftForm, list: ListName, key: string): { form: DraftForm; removed: Removed } {
  const index = form[list].findIndex((one) => one.key === key);
  const item = form[list][index];
  const skills = list === 'workProcesses' ? form.competencies.filter((one) => one.process === key) : [];
  const choices = list === 'electiveGroups' ? form.courses.filter((one) => one.group === key) : [];
  const after: DraftForm = {
    ...form,
    [list]: form[list].filter((one) => one.key !== key),
    ...(skills.length > 0 ? { competencies: form.competencies.filter((one) => one.process !== key) } : {}),
    ...(choices.length > 0
      ? {
          courses: form.courses.map((one) =>
            one.group === key ? { ...one, group: null, electiveGroup: undefined } : one,
          ),
        }
      : {}),
  };
  return {
    form: after,
    removed: {
      key,
      name: skills.length > 0 ? `${nameOf(item)} and its competencies` : nameOf(item),
      putBack: (now) => ({
        ...now,
        [list]: now[list].toSpliced(index, 0, item as never),
        ...(skills.length > 0 ? { competencies: [...now.competencies, ...skills] } : {}),
        ...(choices.length > 0
          ? { courses: now.courses.map((one) => choices.find((choice) => choice.key === one.key) ?? one) }
          : {}),
      }),
    },
  };
}

function nameOf(item: ItemOf<ListName> | undefined): string {
  if (!item) return 'It';
  if ('code' in item) return item.code || 'It';
  return 'level' in item ? `Level ${item.level}` : `Step ${item.title}`;
}

/** Items of the same list among which one is moved: of competencies, those of the same process. */
export function siblings(form: DraftForm, list: ListName, key: string): readonly ItemOf<ListName>[] {
  if (list !== 'competencies') return form[list];
  const process = form.competencies.find((one) => one.key === key)?.process;
  return form.competencies.filter((one) => one.process === process);
}

/** The item a place earlier or later among its siblings; as it was at the end of the list. */
export function moveItem(form: DraftForm, list: ListName, key: string, by: -1 | 1): DraftForm {
  const among = siblings(form, list, key);
  const place = among.findIndex((one) => one.key === key);
  const other = among[place + by];
  const item = among[place];
  if (!item || !other) return form;
  const all: readonly ItemOf<ListName>[] = form[list];
  return { ...form, [list]: all.map((one) => (one.key === key ? other : one.key === other.key ? item : one)) };
}
