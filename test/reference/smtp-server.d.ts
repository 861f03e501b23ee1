/** The part of `smtp-server` the tests use; the package brings no types. */
declare module 'smtp-server' {
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  export interface Session {
    envelope: { rcptTo: { address: string }[] };
  }

  export class SMTPServer {
    constructor(options: {
      disabledCommands?: string[];
      onData(stream: Readable, session: Session, done: (error?: Error) => void): void;
    });
    readonly server: Server;
    listen(port: number, host: string): void;
    close(done: () => void): void;
  }
}
