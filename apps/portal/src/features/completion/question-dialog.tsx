import { Button, Modal, Textarea } from '@mantine/core';
import type { RequirementView } from '@journeybook/contracts';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.js';
import type { ReviewDesk } from './use-review-desk.js';

interface QuestionDialogProps {
  /** What is questioned; null while nothing is. */
  readonly item: RequirementView | null;
  readonly desk: ReviewDesk;
  readonly onClose: () => void;
}

/** Asks what is wrong with a requirement; the remark goes back to the employer with the materials. */
export function QuestionDialog({ item, desk, onClose }: QuestionDialogProps) {
  return (
    <Modal
      opened={item !== null}
      onClose={onClose}
      title="Question this requirement"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {item && <QuestionForm item={item} desk={desk} onClose={onClose} />}
    </Modal>
  );
}

function QuestionForm({ item, desk, onClose }: QuestionDialogProps & { item: RequirementView }) {
  const [remark, setRemark] = useState(item.review?.remark ?? '');
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (remark.trim() !== '') desk.question(item, remark.trim(), onClose);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>
        <b>{item.title}</b>
      </p>
      <Textarea
        data-autofocus
        label="What is to be put right?"
        description="The employer and the apprentice read this when you return the materials"
        required
        autosize
        minRows={3}
        maxLength={2000}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
        error={asked && remark.trim() === '' ? 'Say what is wrong' : undefined}
      />
      <ProblemNotice error={desk.error} />
      <div className="row">
        <Button type="submit" loading={desk.busy.size > 0}>
          Question it
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
