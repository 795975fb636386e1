import { Link, useNavigate } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { RegisterForm } from './register-form.js';
import css from './register-page.module.css';
import { useProgramOptions } from './use-registration.js';

/** Where a sponsor registers an apprentice: who, where, under which program, and with which signatures. */
export function RegisterPage() {
  const navigate = useNavigate();
  const options = useProgramOptions();
  const offered = options.data?.filter(({ employers, standards }) => employers.length > 0 && standards.length > 0);
  return (
    <div className={css.page}>
      <PageHeading title="Register an apprentice" />
      {options.isPending && <Loading what="the form" heights={[180, 180, 120]} />}
      <ProblemNotice error={options.error} onRetry={options.refetch} />
      {offered && offered.length === 0 && (
        <Empty title="Nobody can be registered yet">
          An agreement needs a published program and an employer that takes part in it.
        </Empty>
      )}
      {offered && offered.length > 0 && (
        <RegisterForm
          options={offered}
          onDone={({ apprenticeship }) =>
            void navigate({ to: '/apprentices/$apprenticeship/agreement', params: { apprenticeship } })
          }
        />
      )}
      <p>
        <Link to="/apprentices">Back to apprentices</Link>
      </p>
    </div>
  );
}
