import type postgres from "postgres";

/** Who the app is in its database: the owner, and nobody outside it. */
export const appUser = "patchbay_app";

/**
 * Sees to the role of the app: it signs in, and may make databases only where tests need some. A superuser would let
 * one query read files and run programs of this machine.
 */
export async function ensureAppRole(
  sql: postgres.Sql,
  { password, canCreateDatabases }: { password: string; canCreateDatabases: boolean },
): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${appUser}`;
  if (found.length === 0) await sql`create role ${sql(appUser)}`;
  const rights = `login nosuperuser nocreaterole noreplication ${canCreateDatabases ? "createdb" : "nocreatedb"}`;
  // A password of our own making has letters, digits, - and _ only.
  await sql.unsafe(`alter role ${appUser} ${rights} password '${password}'`);
}

/**
 * Gives the app's role what is in its database, which earlier versions made as the superuser. (REASSIGN OWNED refuses
 * to take from the superuser that made the cluster.)
 */
export async function handOverDatabase(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare
      change text;
    begin
      for change in
        with mine as (
          select oid from pg_namespace where nspname in ('public', 'drizzle')
        ), app as (
          select oid from pg_roles where rolname = '${appUser}'
        )
        select format('alter schema %I owner to ${appUser}', nspname)
        from pg_namespace where nspname = 'drizzle' and nspowner <> (select oid from app)
        union all
        select format('alter %s %s owner to ${appUser}', case relkind when 'S' then 'sequence' else 'table' end, oid::regclass)
        from pg_class
        where relnamespace in (select oid from mine) and relowner <> (select oid from app)
          and relkind in ('r', 'p', 'v', 'm', 'S')
          and not exists (
            select from pg_depend
            where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype in ('e', 'a', 'i')
          )
        union all
        select format('alter type %s owner to ${appUser}', oid::regtype)
        from pg_type
        where typnamespace in (select oid from mine) and typowner <> (select oid from app) and typtype in ('e', 'd')
      loop
        execute change;
      end loop;
    end
    $$`);
}
