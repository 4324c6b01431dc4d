import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connectionOptions, describePool, saysHowToPrepare } from "./options.ts";
import { withParameter } from "./parse-url.ts";

const base = "postgres://ana:secret@db.example:5432/shop";

describe("a connection URL", () => {
  test.each([
    ["postgres://ana:secret@db.example/shop", { host: ["db.example"], port: [5432], database: "shop" }],
    ["postgresql://ana:secret@db.example:6543/shop", { host: ["db.example"], port: [6543] }],
    ["POSTGRES://ana@db.example/shop\n", { user: "ana", password: "" }],
    ["postgres://ana:secret@db.example", { database: "ana" }],
    ["postgres://ana:secret@db.example/", { database: "ana" }],
    ["postgres://ana:secret@[::1]:5433/shop", { host: ["::1"], port: [5433] }],
    [
      "postgres://ana@a.example:1,b.example,c.example:3/shop",
      { host: ["a.example", "b.example", "c.example"], port: [1, 5432, 3] },
    ],
    [
      "postgres:///shop?host=/run/postgresql&user=ana",
      { path: "/run/postgresql/.s.PGSQL.5432", ssl: false, user: "ana" },
    ],
    ["postgres://ana@%2Frun%2Fpostgresql:5433/shop", { path: "/run/postgresql/.s.PGSQL.5433" }],
    [
      "postgres://ana@/shop?host=a.example,b.example&port=6000",
      { host: ["a.example", "b.example"], port: [6000, 6000] },
    ],
    ["postgres://ana@db.example?dbname=shop&password=pw", { database: "shop", password: "pw" }],
    ["postgres://postgres.abcdef:pw@aws-0.pooler.example:6543/postgres", { user: "postgres.abcdef" }],
    [
      "postgresql:///shop?host=/cloudsql/p:eu:i&user=sa@p.iam&password=a@b+c",
      { user: "sa@p.iam", password: "a@b+c", path: "/cloudsql/p:eu:i/.s.PGSQL.5432", database: "shop" },
    ],
    [
      "postgres://ana@srv:pw@srv.postgres.example/shop",
      { user: "ana@srv", password: "pw", host: ["srv.postgres.example"] },
    ],
    ["postgres://ana:pw@[fe80::1%25eth0]:5433/shop", { host: ["fe80::1%eth0"], port: [5433] }],
    ['"postgres://ana:pw@db.example/shop"', { host: ["db.example"], database: "shop" }],
    [" 'postgres://ana:pw@db.example/shop?sslmode=disable' ", { database: "shop", ssl: false }],
    ["postgres://u%40x:p@h.example/d%20b", { user: "u@x", database: "d b" }],
  ])("is read: %s", (url, expected) => {
    expect(connectionOptions(url)).toMatchObject(expected);
  });

  test.each([
    "p@ss",
    "p#w",
    "a/b",
    "a?b",
    "100%",
    "%zz",
    "a:b",
    "p@ss/w#rd?x",
    "ä€",
    "a b",
    "a+b",
    "a&b=c",
    "@",
    "[x]",
  ])("may hold the password %s as it is, or percent-encoded", (password) => {
    expect(connectionOptions(`postgres://ana:${password}@db.example:5432/shop`)).toMatchObject({
      user: "ana",
      password,
      host: ["db.example"],
      database: "shop",
    });
    expect(
      connectionOptions(`postgres://ana:${encodeURIComponent(password)}@db.example/shop?sslmode=require`),
    ).toMatchObject({ password });
  });

  test("holds whatever password was percent-encoded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (password) => {
        fc.pre(!password.includes("\0"));
        const url = `postgres://ana:${encodeURIComponent(password)}@db.example/shop`;
        expect(connectionOptions(url)).toMatchObject({ password, host: ["db.example"], database: "shop" });
      }),
    );
  });

  test.each([
    ["mysql://ana@db.example/shop", /must start with postgres:\/\//],
    ["jdbc:postgresql://db.example/shop", /must start with postgres:\/\//],
    ["postgres://ana:pw@db.example:99999/shop", /the port "99999"/],
    ["postgres://ana:pw@db example/shop", /cannot be read/],
    ["postgres://ana:pw@db.example/shop/more", /cannot be read/],
    ["postgres://ana:pw@db.example/shop?pgbouncer", /has "pgbouncer" behind its question mark/],
    ["postgres://ana:pw@db.example/shop?sslmode=require&amp;x=1", /has "amp;x" behind its question mark/],
    ["postgres://ana:5?secret", /cannot be read/],
    ["postgres://ana:p%00w@db.example/shop", /%00/],
    ["postgres://ana@a.example,%2Frun/shop", /one is a socket/],
  ])("is refused in plain words: %s", (url, words) => {
    expect(() => connectionOptions(url)).toThrow(words);
  });
});

describe("the parameters of a connection URL", () => {
  test.each([
    ["sslmode=disable&channel_binding=prefer", { ssl: false }],
    ["sslmode=allow", { ssl: "prefer" }],
    ["sslmode=prefer", { ssl: "prefer" }],
    ["", { ssl: "prefer" }],
    ["sslmode=require", { ssl: { rejectUnauthorized: false } }],
    ["sslmode=no-verify", { ssl: { rejectUnauthorized: false } }],
    ["sslmode=verify-full", { ssl: { rejectUnauthorized: true, host: "db.example" } }],
    ["sslmode=require&channel_binding=require", { ssl: { rejectUnauthorized: true } }],
    ["sslmode=require&sslaccept=strict", { ssl: { rejectUnauthorized: true } }],
    ["sslmode=require&sslaccept=accept_invalid_certs", { ssl: { rejectUnauthorized: false } }],
    ["ssl=true", { ssl: { rejectUnauthorized: true } }],
    ["sslrootcert=system", { ssl: { rejectUnauthorized: true } }],
    ["sslmode=require&sslnegotiation=direct", { sslnegotiation: "direct" }],
    ["schema=public", { prepare: true }],
    ["pgbouncer=true&connection_limit=1", { prepare: false, max: 3 }],
    ["pgbouncer=false", { prepare: true }],
    ["statement_cache_size=0", { prepare: false }],
    ["statement_cache_size=100", { prepare: true }],
    ["prepared_statements=false", { prepare: false }],
    ["prepareThreshold=0", { prepare: false }],
    ["connection_limit=10&pool_timeout=30&socket_timeout=60", { max: 10 }],
    ["connection_limit=500", { max: 20 }],
    ["connect_timeout=5", { connect_timeout: 5 }],
    ["connect_timeout=0", { connect_timeout: 10 }],
    ["target_session_attrs=read-write", { target_session_attrs: "read-write" }],
    ["target_session_attrs=any&load_balance_hosts=random", {}],
    ["application_name=till%207", { connection: { application_name: "till 7" } }],
    ["application_name=till+7", { connection: { application_name: "till 7" } }],
    ["options=-c+geqo%3Doff", { connection: { options: "-c geqo=off" } }],
    ["options=project%3Dep-cool-1", { connection: { options: "project=ep-cool-1" } }],
    ["supa=base-pooler.x&uselibpqcompat=true", {}],
    ["keepalives=1&keepalives_idle=30", { keep_alive: 30 }],
    ["gssencmode=disable&client_encoding=UTF8", {}],
    ["direct=true", { max: 14, connection: { options: "-c plan_cache_mode=force_custom_plan" } }],
    [
      "direct=true&connection_limit=10&options=-c+geqo%3Doff",
      { max: 10, connection: { options: "-c geqo=off -c plan_cache_mode=force_custom_plan" } },
    ],
  ])("understood: %s", (query, expected) => {
    expect(connectionOptions(`${base}?${query}`)).toMatchObject(expected);
  });

  test.each([
    ["schema=orders", /schema=orders.*schema public/],
    ["options=-csearch_path%3Dorders", /options=.*schema public/],
    ["sslmode=sometimes", /sslmode is one of disable/],
    ["ssl=perhaps", /ssl is one of/],
    ["sslmode=disable&channel_binding=require", /channel_binding=require, which needs TLS/],
    ["channel_binding=maybe", /channel_binding is one of/],
    ["sslmode=verify-ca&sslrootcert=/nowhere/ca.pem", /\/nowhere\/ca\.pem as sslrootcert.*ENOENT/],
    ["target_session_attrs=standby", /target_session_attrs=standby: Patchbay writes/],
    ["connection_limit=many", /connection_limit is a whole number/],
    ["pgbouncer=perhaps", /pgbouncer is true or false/],
    ["gssencmode=require", /gssencmode/],
    ["lock_timeout=30000", /lock_timeout=30000: take it out.*ALTER ROLE/],
    ["service=shop", /service=shop: Patchbay does not know it/],
    ["constructor=1", /constructor=1: Patchbay does not know it/],
    ["frobnicate=1", /frobnicate=1: Patchbay does not know it; take it out/],
  ])("refused by name: %s", (query, words) => {
    expect(() => connectionOptions(`${base}?${query}`)).toThrow(words);
    expect(() => connectionOptions(`${base}?${query}`)).not.toThrow(/secret/);
  });

  test("an authority is read from its file, which has to be PEM", () => {
    const folder = mkdtempSync(join(tmpdir(), "patchbay pem "));
    const [good, bad] = [join(folder, "ca.pem"), join(folder, "ca.der")];
    writeFileSync(good, "-----BEGIN CERTIFICATE-----\n");
    writeFileSync(bad, "\x30\x82");
    const at = (path: string) => `${base}?sslmode=require&sslrootcert=${encodeURIComponent(path)}`;
    expect(connectionOptions(at(good)).ssl).toMatchObject({
      rejectUnauthorized: true,
      ca: expect.stringContaining("BEGIN"),
    });
    expect(() => connectionOptions(at(bad))).toThrow(/ca\.der as sslrootcert, which is not in PEM form/);
  });

  test("nothing but the name of the application is sent when a connection starts: a pooler refuses what it does not know", () => {
    const { connection } = connectionOptions(`${base}?pgbouncer=true&sslmode=require&connect_timeout=3`);
    expect(connection).toEqual({ application_name: "patchbay" });
  });

  test("of a server that answers itself some connections plan by keys, unless there are few in all", () => {
    const direct = connectionOptions(`${base}?direct=true`, "by_keys");
    expect(direct).toMatchObject({
      max: 6,
      connection: { options: expect.stringContaining("enable_seqscan=off") },
    });
    expect(describePool(`${base}?direct=true`)).toEqual({ isPreparing: true, hasKeyConnections: true });
    expect(describePool(`${base}?direct=true&pool_size=8`)).toEqual({
      isPreparing: true,
      hasKeyConnections: false,
    });
    expect(describePool(`${base}?direct=true&prepare=false`)).toEqual({
      isPreparing: false,
      hasKeyConnections: true,
    });
    for (const query of ["pgbouncer=true", "pgbouncer=false", ""])
      expect(describePool(`${base}?${query}`)).toEqual({ isPreparing: false, hasKeyConnections: false });
  });

  test.each([
    [base, `${base}?pgbouncer=true`],
    [`${base}?`, `${base}?pgbouncer=true`],
    [`${base}?sslmode=require`, `${base}?sslmode=require&pgbouncer=true`],
    [`"${base}"`, `${base}?pgbouncer=true`],
    ["postgres://a:b?c@h/d", "postgres://a:b?c@h/d?pgbouncer=true"],
  ])("one can be added: %s", (url, expected) => {
    expect(withParameter(url, "pgbouncer", "true")).toBe(expected);
    expect([saysHowToPrepare(url), saysHowToPrepare(expected)]).toEqual([false, true]);
  });
});
