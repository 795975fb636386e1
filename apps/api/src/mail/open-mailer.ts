import path from 'node:path';
import type { Clock } from '../clock.js';
import type { MailSettings } from '../config.js';
import { MailFolder } from './mail-folder.js';
import { MailServer } from './mail-server.js';
import type { Mailer } from './mailer.js';

/** The mail server of the settings; without one, the folder `mail` beside the data. */
export const openMailer = (
  { SMTP_URL, MAIL_FROM, DATA_DIR }: Omit<MailSettings, 'PUBLIC_URL'>,
  clock: Clock,
): Mailer => (SMTP_URL ? new MailServer(SMTP_URL, MAIL_FROM) : new MailFolder(path.resolve(DATA_DIR, 'mail'), clock));
