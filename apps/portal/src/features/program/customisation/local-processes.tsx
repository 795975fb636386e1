import { Button } from '@mantine/core';
import type { CustomisationView, StandardContents } from '@journeybook/contracts';
import type { WorkProcessCode } from '@journeybook/domain';
import { useState } from 'react';
import { showHours } from '../../../ui/show-hours.js';
import css from './customisation-page.module.css';
import type { Customise } from './use-customisation.js';
import { WordsDialog } from './words-dialog.js';

interface LocalProcessesProps {
  readonly own: CustomisationView;
  readonly program: StandardContents;
  readonly customise: Customise;
}

/** The work processes that the employer fills in, with the names it gave them. */
export function LocalProcesses({ own, program, customise }: LocalProcessesProps) {
  const [naming, setNaming] = useState<WorkProcessCode | null>(null);
  const local = own.contents.workProcesses.filter((one) => one.local);
  const about = local.find((one) => one.code === naming);
  const titleOf = (code: string) => program.workProcesses.find((one) => one.code === code)?.title;
  const close = () => {
    setNaming(null);
    customise.reset();
  };
  if (local.length === 0) return null;
  return (
    <section className="card" aria-labelledby="local-processes">
      <h2 id="local-processes">Local options</h2>
      <ul>
        {local.map((one) => (
          <li key={one.code} className={css.line}>
            <span>
              <span className={css.code}>{one.code}</span> {one.title}{' '}
              <span className="soft">
                {showHours(one.requiredMinutes)}
                {titleOf(one.code) !== one.title && ` · in the program: ${titleOf(one.code)}`}
              </span>
            </span>
            {own.may.customise && (
              <Button variant="subtle" onClick={() => setNaming(one.code)} aria-label={`Name it: ${one.code}`}>
                Name it…
              </Button>
            )}
          </li>
        ))}
      </ul>
      <WordsDialog
        key={naming}
        opened={about !== undefined}
        title="Name local options"
        about={about ? `${about.code}, ${showHours(about.requiredMinutes)}` : ''}
        label="What apprentices do in these hours"
        description="Apprentices log hours under this name"
        initial={about && titleOf(about.code) !== about.title ? about.title : ''}
        missing="Give it a name"
        action="Name it"
        maxLength={300}
        customise={customise}
        onClose={close}
        onGive={(title) =>
          naming &&
          customise.mutate([{ kind: 'local-process-named', workProcess: naming, title }], { onSuccess: close })
        }
      />
    </section>
  );
}
