import type { CompetencyView } from '@journeybook/contracts';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.js';
import { AskForm } from './ask-form.js';
import { DemonstrateForm } from './demonstrate-form.js';
import { ObserveForm } from './observe-form.js';
import { SignOffForm } from './sign-off-form.js';
import type { Skill } from './skill.js';

/** What can be done with a skill: a mentor's three acts, and the apprentice's question. */
export type SkillAct = 'sign-off' | 'observe' | 'demonstrate' | 'ask';

export interface OpenedAct {
  readonly act: SkillAct;
  readonly skill: Skill;
}

interface SkillDialogProps {
  readonly opened: OpenedAct | null;
  /** Whom an apprentice asks. */
  readonly mentor: string;
  readonly onClose: () => void;
  readonly onDone: (opened: OpenedAct, words: string, signed: CompetencyView | null) => void;
}

const titles = {
  'sign-off': (name) => `Sign off for ${name}`,
  observe: (name) => `${name}, observed at work`,
  demonstrate: (name) => `Demonstrated to ${name}`,
  ask: () => 'Ask for a sign-off',
} as const satisfies Record<SkillAct, (name: string) => string>;

/** One act on one skill, filled in over the page. */
export function SkillDialog({ opened, mentor, onClose, onDone }: SkillDialogProps) {
  // What was opened last stays while the dialog fades away.
  const [last, setLast] = useState(opened);
  if (opened && opened !== last) setLast(opened);
  if (!last) return null;
  const { act, skill } = last;
  const done = (words: string, signed: CompetencyView | null = null) => onDone(last, words, signed);
  return (
    <FormDialog opened={opened !== null} title={titles[act](skill.apprentice.name)} onClose={onClose}>
      {act === 'sign-off' && <SignOffForm skill={skill} onDone={done} onClose={onClose} />}
      {act === 'observe' && <ObserveForm skill={skill} onDone={done} onClose={onClose} />}
      {act === 'demonstrate' && <DemonstrateForm skill={skill} onDone={done} onClose={onClose} />}
      {act === 'ask' && <AskForm skill={skill} mentor={mentor} onDone={done} onClose={onClose} />}
    </FormDialog>
  );
}
