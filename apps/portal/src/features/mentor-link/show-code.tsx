import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import type { ApprenticeshipId } from '@journeybook/domain';
import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { useClient } from '../../api/client.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { showInstant } from '../../ui/show-dates.js';
import { AboutField, aboutBody, aboutOptions } from './about-field.js';
import css from './mentor-link.module.css';
import { useMentorLinks } from './use-mentor-links.js';

/** A QR code for the mentor's phone. It leads to where the mentor asks for a link of their own, and signs nothing. */
export function ShowCode({ apprenticeship }: { apprenticeship: ApprenticeshipId }) {
  const client = useClient();
  const links = useMentorLinks(apprenticeship);
  const [chosen, setChosen] = useState('');
  const options = links.data ? aboutOptions(links.data) : [];
  const about = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? '');
  const give = useMutation({
    mutationFn: () => client(endpoints.giveMentorCode, { params: { apprenticeship }, body: aboutBody(about) }),
  });
  return (
    <section className="card stack" aria-labelledby="code">
      <h2 id="code">Show a QR code</h2>
      <p className="soft">
        Your mentor scans it, gives their e-mail address and gets a link of their own. Nobody can sign with the code.
      </p>
      {links.isPending && <Loading what="what waits" heights={[120]} />}
      {links.data && options.length === 0 && (
        <Empty title="Nothing waits for a mentor">Send hours, or ask for a sign-off in your Job Book first.</Empty>
      )}
      {links.data && options.length > 0 && (
        <>
          <AboutField
            view={links.data}
            value={about}
            onChange={(next) => {
              setChosen(next);
              give.reset();
            }}
          />
          {give.data && <Code code={give.data.code} until={give.data.expiresAt} />}
          <ProblemNotice error={give.error} />
          <div>
            <Button loading={give.isPending} onClick={() => give.mutate()}>
              {give.data ? 'Show a new code' : 'Show the code'}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Code({ code, until }: { code: string; until: string }) {
  const address = `${window.location.origin}/mentor/ask#${code}`;
  return (
    <figure>
      <QRCodeSVG
        value={address}
        size={320}
        level="M"
        marginSize={2}
        title="QR code for your mentor"
        className={css.code}
      />
      <figcaption>
        Good until {showInstant(until)}. No camera at hand? <a href={address}>Open the page here</a> and let your mentor
        type the address.
      </figcaption>
    </figure>
  );
}
