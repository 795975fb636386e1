import { Button } from '@mantine/core';
import { useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Fold, useFolds } from '../../../ui/fold.js';
import { countOf } from '../../../ui/show-dates.js';
import { isKept, type Mapped, mappedKey, type Target, whatIsWrong } from './mapping.js';
import { MappingLine, type MappingProps } from './mapping-lines.js';
import css from './move-form.module.css';

/** Codes that both versions have: each goes to itself unless somebody says otherwise. */
export function KeptLines(props: MappingProps) {
  const folds = useFolds([]);
  // Only the lines that are being changed have their long list of choices.
  const [changing, setChanging] = useState<ReadonlySet<string>>(new Set());
  const { lines, mapping, targets } = props;
  if (lines.length === 0) return null;
  return (
    <Fold
      title={`${countOf(lines.length, 'code')} in both versions`}
      summary="each goes to itself"
      expanded={folds.isOpen('kept') || lines.some((one) => !isKept(one) && whatIsWrong(one, mapping) !== '')}
      onToggle={() => folds.toggle('kept')}
      lazy
    >
      <ul>
        {lines.map((one) =>
          changing.has(mappedKey(one)) || !isKept(one) || whatIsWrong(one, mapping) !== '' ? (
            <MappingLine key={mappedKey(one)} {...props} line={one} />
          ) : (
            <li key={mappedKey(one)} className={css.line}>
              <span>
                <span className={css.code}>{one.from}</span> {one.title}{' '}
                {one.signed && <Badge tone="ok">signed or waiting</Badge>}
              </span>
              <span className="row between">
                <span className="soft">{describeKept(one, targets)}</span>
                <Button
                  variant="subtle"
                  aria-label={`Change where ${one.from} goes`}
                  onClick={() => setChanging(new Set([...changing, mappedKey(one)]))}
                >
                  Change
                </Button>
              </span>
            </li>
          ),
        )}
      </ul>
    </Fold>
  );
}

/** What a code that stays is called from now on. */
function describeKept(line: Mapped, targets: readonly Target[]): string {
  const title = targets.find((one) => one.subject === line.subject && one.code === line.to)?.title;
  return title === undefined || title === line.title ? `stays ${line.to}` : `stays ${line.to}, now “${title}”`;
}
