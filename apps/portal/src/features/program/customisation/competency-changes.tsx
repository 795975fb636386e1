import { Button } from '@mantine/core';
import { Badge } from '../../../ui/badge.js';
import css from './customisation-page.module.css';
import type { JobBookLine } from './job-book-lines.js';

/** What one may do with a competency of the program. */
export type Act = 'reword' | 'set-aside';

interface CompetencyChangesProps {
  readonly line: JobBookLine;
  /** Null for whoever only reads. */
  readonly onAct: ((act: Act, line: JobBookLine) => void) | null;
}

/** One competency with what the employer made of it, and the ways to reword it or set it aside. */
export function CompetencyChanges({ line, onAct }: CompetencyChangesProps) {
  const { code, title } = line.competency;
  return (
    <li className={css.line}>
      <span>
        <span className={css.code}>{code}</span> {title} {line.added && <Badge tone="plain">added</Badge>}
        {line.before !== null && (
          <>
            <br />
            <span className="soft">the program says: {line.before}</span>
          </>
        )}
      </span>
      {onAct && (
        <span className={css.buttons}>
          <Button variant="subtle" aria-label={`Reword ${code}`} onClick={() => onAct('reword', line)}>
            Reword…
          </Button>
          <Button variant="subtle" aria-label={`Set aside ${code}`} onClick={() => onAct('set-aside', line)}>
            Set aside…
          </Button>
        </span>
      )}
    </li>
  );
}
