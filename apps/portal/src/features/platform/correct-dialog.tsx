import { Button } from '@mantine/core';
import type { CorrectPlatformBody, PlatformConnectionView } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { sayChanged, useShown } from '../../ui/changed-since-shown.js';
import { focusFirstError } from '../../ui/focus-first-error.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { AddressFields } from './address-fields.js';
import { useCorrect } from './use-platforms.js';

interface CorrectDialogProps {
  readonly college: string;
  readonly platform: PlatformConnectionView;
  readonly onCorrected: () => void;
  readonly onClose: () => void;
}

const addressesOf = ({ issuer, clientId, authUrl, tokenUrl, jwksUrl }: CorrectPlatformBody): CorrectPlatformBody => ({
  issuer,
  clientId,
  authUrl,
  tokenUrl,
  jwksUrl,
});

/** Puts right what was entered of a platform by hand; issuer and client id only while nobody came in by them. */
export function CorrectDialog({ college, platform, onCorrected, onClose }: CorrectDialogProps) {
  const [draft, setDraft] = useState(() => addressesOf(platform));
  const correct = useCorrect(college);
  const { ifMatch: shown } = useShown(platform.edition, correct.error);
  const keepsNames = platform.correction === 'addresses';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    // What is not shown is not changed either, even where the page has been read again meanwhile.
    const body = keepsNames ? { ...draft, issuer: platform.issuer, clientId: platform.clientId } : draft;
    correct.mutate(
      { platform: platform.id, body, shown },
      { onSuccess: onCorrected, onError: () => focusFirstError(form) },
    );
  };
  const { issuer, clientId, authUrl, tokenUrl, jwksUrl } = platform;
  const now = `It says now: ${[issuer, clientId, authUrl, tokenUrl, jwksUrl].join(', ')}.`;
  return (
    <FormDialog opened title={`Correct the addresses of ${platform.name}`} onClose={onClose}>
      <form onSubmit={submit} className="stack" noValidate>
        <p>
          This changes every installation that your college has of this platform. Journeybook asks the platform anew
          when you save.
        </p>
        {keepsNames && (
          <p>
            Somebody opened Journeybook by this issuer and client ID already, so they stay: {issuer}, {clientId}.
          </p>
        )}
        <AddressFields
          draft={draft}
          keepsNames={keepsNames}
          error={correct.error}
          onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        />
        <ProblemNotice error={correct.error} says={sayChanged(correct.error, now)} />
        <div className="row">
          <Button type="submit" loading={correct.isPending}>
            Save
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </FormDialog>
  );
}
