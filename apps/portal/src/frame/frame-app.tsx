import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ClientProvider } from '../api/client.js';
import { createQueryClient } from '../api/query-client.js';
import { Loading } from '../ui/loading.js';
import { focusOnNewTitle, HeadingFocus, PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { styleNonce } from '../ui/style-nonce.js';
import { theme } from '../ui/theme.js';
import css from './frame.module.css';
import { FramePage } from './frame-page.js';
import type { InjectedLaunch, LaunchKeeper } from './launch.js';
import { PageFailure } from './page-failure.js';
import { type Leave, sendChoice } from './picker/send-choice.js';
import { useLaunch } from './use-launch.js';

const PickerPage = lazy(() => import('./picker/picker-page.js').then((module) => ({ default: module.PickerPage })));

interface FrameAppProps {
  readonly launch: InjectedLaunch | null;
  readonly fetch?: typeof globalThis.fetch;
  /** How the page that chooses is left. */
  readonly leave?: Leave;
}

/** The page inside a learning platform's frame. */
export function FrameApp(props: FrameAppProps) {
  const launch = useLaunch(props);
  const [takesFocus] = useState(focusOnNewTitle);
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      <HeadingFocus value={takesFocus}>
        <main className={css.frame}>
          {launch.state === 'opening' && <Loading what="your course" heights={[48, 220]} />}
          {launch.state === 'failed' && <ProblemNotice error={launch.error} onRetry={launch.retry} />}
          {launch.state === 'ended' && <EndedPage />}
          {launch.state === 'open' && (
            <OpenFrame keeper={launch.keeper} onEnded={launch.end}>
              {props.launch?.picker ? (
                <Suspense fallback={<Loading what="the courses" />}>
                  <PickerPage picker={props.launch.picker} leave={props.leave ?? sendChoice} />
                </Suspense>
              ) : (
                <FramePage session={launch.keeper.session} />
              )}
            </OpenFrame>
          )}
        </main>
      </HeadingFocus>
    </MantineProvider>
  );
}

function OpenFrame({ keeper, onEnded, children }: { keeper: LaunchKeeper; onEnded: () => void; children: ReactNode }) {
  const [queries] = useState(() => createQueryClient({ onSignedOut: onEnded }));
  return (
    <QueryClientProvider client={queries}>
      <ClientProvider client={keeper.client}>
        <PageFailure>{children}</PageFailure>
      </ClientProvider>
    </QueryClientProvider>
  );
}

const EndedPage = () => (
  <div className="card stack">
    <PageHeading title="Open this page again from your course" />
    <p>
      A page from Journeybook belongs to one visit from your learning platform, and this visit is over. Go back to your
      course and open it from there. Nothing you confirmed is lost.
    </p>
  </div>
);
