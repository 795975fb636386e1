import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { CustomisationView, StandardContents } from '@journeybook/contracts';
import type { CompetencyCode, WorkProcessCode } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { methodNames } from '../standard-words.js';
import type { Customise } from './use-customisation.js';

type Competency = StandardContents['competencies'][number];

interface AddCompetencyDialogProps {
  /** The process it is added to; null while none is. */
  readonly process: WorkProcessCode | null;
  readonly own: CustomisationView;
  readonly customise: Customise;
  readonly onClose: () => void;
}

/** Adds a competency of the employer's own. */
export function AddCompetencyDialog({ process, ...rest }: AddCompetencyDialogProps) {
  return (
    <Modal
      opened={process !== null}
      onClose={rest.onClose}
      title={`Add a competency to ${process}`}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {process && <AddForm {...rest} process={process} />}
    </Modal>
  );
}

/** A code that the program is not likely to give: an L, for local, and the next number. */
function freeCode(process: WorkProcessCode, { contents, changes, takenCodes }: CustomisationView): CompetencyCode {
  const taken = new Set<string>([
    ...takenCodes,
    ...contents.competencies.map((one) => one.code),
    ...changes.flatMap(({ change }) => (change.kind === 'competency-added' ? [change.competency.code] : [])),
  ]);
  let number = 1;
  while (taken.has(`${process}.L${number}`)) number += 1;
  return `${process}.L${number}` as CompetencyCode;
}

function AddForm({ process, own, customise, onClose }: AddCompetencyDialogProps & { process: WorkProcessCode }) {
  const { levels, competencies } = own.contents;
  const [form, setForm] = useState<Competency>({
    code: freeCode(process, own),
    workProcess: process,
    title: '',
    requiredLevel: competencies[0]?.requiredLevel ?? levels.at(-1)?.level ?? 1,
    evaluationMethod: '',
    evaluation: 'observation',
  });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<Competency>) => setForm((before) => ({ ...before, ...part }));
  const missing = (words: string, advice: string) => (asked && words.trim() === '' ? advice : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (form.title.trim() === '' || form.code.trim() === '') return;
    customise.mutate([{ kind: 'competency-added', competency: form }], { onSuccess: onClose });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Textarea
        data-autofocus
        label="What the apprentice can do"
        required
        autosize
        minRows={2}
        maxLength={300}
        value={form.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={missing(form.title, 'Say what it is')}
      />
      <TextInput
        label="Code"
        required
        maxLength={40}
        value={form.code}
        onChange={(event) => change({ code: event.currentTarget.value as CompetencyCode })}
        error={missing(form.code, 'Give it a code')}
      />
      <NativeSelect
        label="Signed off at"
        value={String(form.requiredLevel)}
        onChange={(event) => change({ requiredLevel: Number(event.currentTarget.value) })}
        data={levels.map(({ level, name }) => ({ value: String(level), label: `${level} ${name}` }))}
      />
      <NativeSelect
        label="Judged by"
        value={form.evaluation}
        onChange={(event) => change({ evaluation: event.currentTarget.value as keyof typeof methodNames })}
        data={Object.entries(methodNames).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        label="How, in a few words"
        maxLength={500}
        value={form.evaluationMethod}
        onChange={(event) => change({ evaluationMethod: event.currentTarget.value })}
      />
      <p className="soft">It is asked for from now on, also of apprentices who are in training.</p>
      <ProblemNotice error={customise.error} />
      <div className="row">
        <Button type="submit" loading={customise.isPending}>
          Add it
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
