import type { Storage } from '../storage/storage.ts';
import type { LoginSessionTable } from '../storage/tables/login-sessions.ts';

/** Where login sessions are kept; each change is on disk when its promise resolves. */
export type SessionStore = LoginSessionTable;

/** Login sessions in the server's records. */
export function storedSessions(storage: Storage): SessionStore {
  return {
    insert: (session) => storage.transaction((tables) => tables.logins.insert(session)),
    find: (id) => storage.read((tables) => tables.logins.find(id)),
    rotate: (id, from, to, expiresAt) => storage.transaction((tables) => tables.logins.rotate(id, from, to, expiresAt)),
    end: (id, at) => storage.transaction((tables) => tables.logins.end(id, at)),
    endOf: (agent, at) => storage.transaction((tables) => tables.logins.endOf(agent, at)),
    places: (time) => storage.read((tables) => tables.logins.places(time)),
    removeExpiredBefore: (time) => storage.transaction((tables) => tables.logins.removeExpiredBefore(time)),
  };
}
