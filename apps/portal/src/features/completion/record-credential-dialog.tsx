import { Button, Modal, TextInput } from '@mantine/core';
import type { CompletionView, RequirementView } from '@journeybook/contracts';
import { isCalendarDate } from '@journeybook/domain';
import { type FormEvent, useState } from 'react';
import { fieldError, ProblemNotice } from '../../ui/problem-notice.js';
import { today } from '../../ui/show-dates.js';
import { useRecordCredential } from './use-completion.js';

interface RecordCredentialDialogProps {
  /** The credential that was seen; null while none is recorded. */
  readonly item: RequirementView | null;
  readonly completion: CompletionView;
  readonly onClose: () => void;
}

/** Records a credential that somebody saw: when it was earned, and its number or where it is kept. */
export function RecordCredentialDialog({ item, completion, onClose }: RecordCredentialDialogProps) {
  return (
    <Modal
      opened={item !== null}
      onClose={onClose}
      title={`Record ${item?.title ?? ''}`}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {item && <CredentialForm item={item} completion={completion} onClose={onClose} />}
    </Modal>
  );
}

function CredentialForm({ item, completion, onClose }: RecordCredentialDialogProps & { item: RequirementView }) {
  const [earnedOn, setEarnedOn] = useState('');
  const [reference, setReference] = useState('');
  const [asked, setAsked] = useState(false);
  const record = useRecordCredential(completion.apprenticeship);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isCalendarDate(earnedOn) || reference.trim() === '') return;
    record.mutate({ credential: item.code, earnedOn, reference: reference.trim() }, { onSuccess: onClose });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="soft">
        Record it for {completion.apprentice.name} when you have seen it. It may have been earned before the agreement.
      </p>
      <TextInput
        data-autofocus
        type="date"
        label="Earned on"
        required
        max={today()}
        value={earnedOn}
        onChange={(event) => setEarnedOn(event.currentTarget.value)}
        error={asked && !isCalendarDate(earnedOn) ? 'Choose the day' : fieldError(record.error, 'earnedOn')}
      />
      <TextInput
        label="Reference"
        description="Number of the certificate, or where it is kept"
        required
        maxLength={500}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        error={asked && reference.trim() === '' ? 'Say where it can be found' : fieldError(record.error, 'reference')}
      />
      <ProblemNotice error={record.error} />
      <div className="row">
        <Button type="submit" loading={record.isPending}>
          Record it
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
