import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../clock.js';
import type { Letter } from './mailer.js';
import { Mailer } from './mailer.js';

/** Puts letters into a folder, for an installation without a mail server: one file each, the newest last by name. */
export class MailFolder extends Mailer {
  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send({ to, subject, text }: Letter): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const name = `${this.clock.now().replaceAll(':', '-')}-${randomUUID()}`;
    const unfinished = path.join(this.folder, `.${name}`);
    // A letter holds a link that opens something: nobody else on the machine reads it, and nobody half of it.
    await writeFile(unfinished, `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600 });
    await rename(unfinished, path.join(this.folder, `${name}.txt`));
  }
}
