import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ClientProvider } from '../api/client.js';
import { createQueryClient } from '../api/query-client.js';
import { Loading } from '../ui/loading.js';
import { focusOnNewTitle, HeadingFocus } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { styleNonce } from '../ui/style-nonce.js';
import { theme } from '../ui/theme.js';
import { BackLink } from './back-link.js';
import { EndedPage } from './ended-page.js';
import css from './frame.module.css';
import { FramePage } from './frame-page.js';
import type { LaunchKeeper } from './launch.js';
import type { Opening } from './opening.js';
import { PageFailure } from './page-failure.js';
import { type Leave, sendChoice } from './picker/send-choice.js';
import { useLaunch } from './use-launch.js';

const PickerPage = lazy(() => import('./picker/picker-page.js').then((module) => ({ default: module.PickerPage })));

interface FrameAppProps {
  readonly opening: Opening | null;
  readonly fetch?: typeof globalThis.fetch;
  /** How the page that chooses is left. */
  readonly leave?: Leave;
  /** Whether the course is around the page; else the page has to lead back there itself. */
  readonly inFrame?: boolean;
}

const isInFrame = (): boolean => window.self !== window.top;

/** The page that a learning platform opens, in its frame or in the whole window. */
export function FrameApp({ opening, fetch, leave = sendChoice, inFrame = isInFrame() }: FrameAppProps) {
  const launch = useLaunch({ opening, ...(fetch ? { fetch } : {}) });
  const { picker, back, chooses = false } = opening ?? {};
  // The page that chooses has a way back of its own, which the platform waits for.
  const leadsBack = !inFrame && !(chooses && launch.state === 'open');
  const [takesFocus] = useState(focusOnNewTitle);
  return (
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      <HeadingFocus value={takesFocus}>
        <main className={css.frame}>
          {leadsBack && back && <BackLink back={back} />}
          {launch.state === 'opening' && <Loading what="your course" heights={[48, 220]} />}
          {launch.state === 'failed' && <ProblemNotice error={launch.error} onRetry={launch.retry} />}
          {launch.state === 'ended' && <EndedPage chooses={chooses} isKept={opening?.isKept ?? true} />}
          {launch.state === 'open' && (
            <OpenFrame keeper={launch.keeper} onEnded={launch.end}>
              {picker ? (
                <Suspense fallback={<Loading what="the courses" />}>
                  <PickerPage
                    picker={picker}
                    leave={(...choice) => {
                      opening?.forget();
                      leave(...choice);
                    }}
                  />
                </Suspense>
              ) : (
                <FramePage session={launch.keeper.session} opening={opening} />
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
