import { createTransport } from 'nodemailer';
import type { Letter } from './mailer.js';
import { Mailer } from './mailer.js';

const patienceMs = 15_000;

/** Hands letters to a mail server by SMTP. */
export class MailServer extends Mailer {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport(
      { url, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
      { disableFileAccess: true, disableUrlAccess: true },
    );
  }

  async send({ to, subject, text }: Letter): Promise<void> {
    // As an object: an address with a comma in it must not become two.
    await this.transport.sendMail({ from: this.from, to: { name: '', address: to }, subject, text });
  }
}
