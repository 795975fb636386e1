import { createTransport } from 'nodemailer';
import type { Letter } from './mailer.js';
import { Mailer } from './mailer.js';

const patienceMs = 15_000;
const here: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Hands letters to a mail server by SMTP; off this machine by TLS or not at all, unless the address says `requireTLS=false`. */
export class MailServer extends Mailer {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    // A letter holds a link that opens something.
    const requireTLS = !here.includes(new URL(url).hostname);
    this.transport = createTransport(
      { url, requireTLS, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
      { disableFileAccess: true, disableUrlAccess: true },
    );
  }

  async send({ to, subject, text }: Letter): Promise<void> {
    // As an object: an address with a comma in it must not become two.
    await this.transport.sendMail({ from: this.from, to: { name: '', address: to }, subject, text });
  }
}
