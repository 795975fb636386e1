/** What the page that chooses was opened with: what the choice is brought with and where to, and whether it may be several. */
export interface Picker {
  readonly ticket: string;
  readonly answerUrl: string;
  readonly multiple: boolean;
}

/** Leaves the page with a choice; an empty one is an answer too. */
export type Leave = (picker: Picker, picks: readonly string[]) => void;

/** Brings the choice to the tool by a form, which leads on to the learning platform. */
export const sendChoice: Leave = ({ ticket, answerUrl }, picks) => {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = answerUrl;
  for (const [name, value] of [['ticket', ticket], ...picks.map((pick) => ['pick', pick])]) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name ?? '';
    input.value = value ?? '';
    form.append(input);
  }
  document.body.append(form);
  form.submit();
};
