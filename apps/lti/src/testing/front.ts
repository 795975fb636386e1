import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';

export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

export interface FrontOptions {
  /** Whether the tool's cookies ask for a partition of their own in a frame, as they do; true when left out. */
  readonly partitions?: boolean;
  /** Whether browsers reach the tool by https, with a certificate that nobody signed; false when left out. */
  readonly tls?: boolean;
}

/** A server before the tool, as a proxy is in real life; null where none is needed. */
export async function startFront(
  toolPort: number,
  { partitions = true, tls = false }: FrontOptions,
): Promise<Front | null> {
  if (partitions && !tls) return null;
  const pass: http.RequestListener = (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const request = http.request({ host: '127.0.0.1', port: toolPort, method, path: url, headers }, (answer) => {
      const cookies = answer.headers['set-cookie'];
      outgoing.writeHead(answer.statusCode ?? 502, {
        ...answer.headers,
        // Browsers that know no partitions keep no cookie in a frame of another site.
        ...(cookies && !partitions
          ? { 'set-cookie': cookies.map((line) => line.replace(/;\s*Partitioned/i, '')) }
          : {}),
      });
      answer.pipe(outgoing);
    });
    request.on('error', () => outgoing.destroy());
    incoming.pipe(request);
  };
  const server = tls ? https.createServer(await makeCertificate(), pass) : http.createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function makeCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    { name: 'CN=127.0.0.1', keys, signingAlgorithm: algorithm },
    webcrypto,
  );
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { key: PemConverter.encode(key, 'PRIVATE KEY'), cert: certificate.toString('pem') };
}
