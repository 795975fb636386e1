import { Button } from '@mantine/core';
import { useState } from 'react';
import { Remark } from '../../ui/done-notice.js';
import css from './second-factor.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The ten codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true));
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`Journeybook recovery codes\n\n${codes.join('\n')}\n`)}`;
  return (
    <section className="card stack" aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">Your recovery codes</h2>
      <p>
        Print them or write them down, and keep them apart from your phone. When the phone is gone, each code lets you
        in once.
      </p>
      <Remark>They are shown this once. Codes from before do not work any more.</Remark>
      <ul className={css.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button variant="default" onClick={copy}>
          {copied ? 'Copied' : 'Copy them'}
        </Button>
        <Button variant="default" component="a" href={file} download="journeybook-recovery-codes.txt">
          Save as a file
        </Button>
        <Button onClick={onKept}>I have put them away</Button>
      </div>
    </section>
  );
}
