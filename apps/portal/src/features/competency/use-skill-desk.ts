import type { CompetencyView, MergedRecord } from '@journeybook/contracts';
import type { CompetencyCode, RecordEntryId } from '@journeybook/domain';
import { useState } from 'react';
import { anyOf } from '../../ui/join-names.js';
import { type Skill, skillOf } from './skill.js';
import type { OpenedAct, SkillAct } from './skill-dialog.js';

/** What was done last, beside the skill it was done to. */
export interface Done {
  readonly code: CompetencyCode;
  readonly words: string;
  /** The sign-off that was just made, to take it back by; null for everything else. */
  readonly signed: RecordEntryId | null;
}

/** What lies open over the Job Book, and what was done in it last. */
export function useSkillDesk(record: MergedRecord, onActed: (code: CompetencyCode) => void) {
  const [act, setAct] = useState<OpenedAct | null>(null);
  const [history, setHistory] = useState<Skill | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const { may, readAs } = record;
  const say = (code: CompetencyCode, words: string, signed: RecordEntryId | null = null) => {
    setDone({ code, words, signed });
    onActed(code);
  };
  return {
    act,
    history,
    done,
    mentor: anyOf(record.mentors),
    mayVoid: may.signOff || may.voidEntry,
    /** A launch shows no history: its credential does not reach so far. */
    hasHistory: readAs !== 'launch',
    open: (competency: CompetencyView, which: SkillAct) => setAct({ act: which, skill: skillOf(record, competency) }),
    openHistory: (competency: CompetencyView) => setHistory(skillOf(record, competency)),
    close: () => {
      setAct(null);
      setHistory(null);
    },
    finish: ({ skill }: OpenedAct, words: string, signed: CompetencyView | null) => {
      setAct(null);
      say(skill.competency.code, words, signed?.attestation?.entry ?? null);
    },
    say,
  };
}

export type SkillDesk = ReturnType<typeof useSkillDesk>;
