/** The part of pino's logger the simulator uses, so that tests can pass a silent one. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Says nothing. */
export const silentLog: Log = {
  info() {},
  warn() {},
  error() {},
};
