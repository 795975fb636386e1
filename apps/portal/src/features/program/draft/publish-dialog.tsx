import { Button, Modal } from '@mantine/core';
import { ProblemError, type StandardDraftView } from '@journeybook/contracts';
import { useNavigate } from '@tanstack/react-router';
import { isProblem, ProblemNotice } from '../../../ui/problem-notice.js';
import { countOf } from '../../../ui/show-dates.js';
import css from './findings.module.css';
import { FindingsList } from './findings-list.js';
import type { Finding } from './place.js';
import { usePublishDraft } from './use-draft.js';
import type { DraftDesk } from './use-draft-form.js';
import type { Saving } from './use-saving.js';

interface PublishDialogProps {
  readonly opened: boolean;
  readonly desk: DraftDesk;
  readonly saving: Saving;
  readonly onShow: (finding: Finding) => void;
  readonly onClose: () => void;
}

/** Says what publishing means, or what keeps from it. */
export function PublishDialog({ opened, ...rest }: PublishDialogProps) {
  const errors = rest.desk.faults.findings.filter((one) => one.severity === 'error');
  return (
    <Modal
      opened={opened}
      onClose={rest.onClose}
      title={errors.length > 0 ? 'Not ready to be published' : `Publish version ${rest.desk.form.version}?`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 24 }}
    >
      {errors.length > 0 ? <NotYet {...rest} errors={errors} /> : <Publish {...rest} />}
    </Modal>
  );
}

type Rest = Omit<PublishDialogProps, 'opened'>;

function NotYet({ errors, onShow, onClose }: Rest & { errors: readonly Finding[] }) {
  const lead = (finding: Finding) => {
    onClose();
    onShow(finding);
  };
  return (
    <div className="stack">
      <p>{countOf(errors.length, 'error')} must be put right first. Each leads to its field.</p>
      <FindingsList findings={errors} onShow={lead} />
    </div>
  );
}

function Publish({ desk, saving, onClose, onShow }: Rest) {
  const navigate = useNavigate();
  const publishing = usePublishDraft(desk.view.id);
  const publish = (draft: StandardDraftView) =>
    publishing.mutate(draft.edition, {
      onSuccess: (standard) =>
        void navigate({ to: '/programs/$standard', params: { standard: standard.id }, ignoreBlocker: true }),
    });
  const warnings = desk.faults.findings;
  return (
    <div className="stack">
      <p>
        <b>A published version never changes any more.</b> Agreements can be bound to it, and whatever is signed under
        it keeps its meaning. To change something later, begin a new version from it.
      </p>
      {warnings.length > 0 && (
        <>
          <p>To be looked at, but no reason to wait: {countOf(warnings.length, 'warning')}.</p>
          <FindingsList
            findings={warnings}
            onShow={(finding) => {
              onClose();
              onShow(finding);
            }}
          />
        </>
      )}
      {desk.dirty && <p className="soft">What you changed is saved first.</p>}
      {isProblem(publishing.error, 'standard-faulty') ? (
        <Refused error={publishing.error} />
      ) : (
        <ProblemNotice error={publishing.error ?? saving.error} />
      )}
      <div className="row">
        <Button
          loading={publishing.isPending || saving.busy}
          onClick={() => (desk.dirty ? saving.saveOver(desk.view.edition, publish) : publish(desk.view))}
        >
          {desk.dirty ? 'Save and publish' : 'Publish'}
        </Button>
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
      </div>
    </div>
  );
}

/** What the server found that this page did not. */
function Refused({ error }: { error: unknown }) {
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return (
    <div role="alert">
      <p className={css.error}>Nothing was published. What must be put right:</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`} className={css.error}>
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}
