import { Button } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.js';
import { MatchAllForm } from './match-all-form.js';
import { proposeMatches } from './propose-matches.js';
import type { SectionDeskState } from './use-section-desk.js';

/** One is answered on its row. */
const worthOffering = 2;

/** Opens the suggestions to be answered together. Nothing is matched by this: each is shown first, and a person says yes. */
export function MatchAllSuggested({ desk }: { desk: SectionDeskState }) {
  const [opened, setOpened] = useState(false);
  const proposed = proposeMatches(desk.section.learners);
  const close = () => setOpened(false);
  if (!desk.section.may.match) return null;
  return (
    <>
      {proposed.length >= worthOffering && (
        <Button variant="default" onClick={() => setOpened(true)}>
          Match all suggested ({proposed.length})
        </Button>
      )}
      <FormDialog opened={opened} title="Who is who?" size="xl" onClose={close}>
        <MatchAllForm proposed={proposed} matching={desk.matching} onClose={close} />
      </FormDialog>
    </>
  );
}
