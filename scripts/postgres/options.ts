/** Windows has them, but Node does not connect to them. */
const hasSockets = process.platform !== "win32";

type ServerOptions = { port: number; hasStatementStatistics: boolean; hasToLast: boolean };

/**
 * The command line of the server, in the one string that `pg_ctl -o` takes.
 * Beside TCP on loopback it has a Unix socket in the cluster's own directory, over which a query costs half as much.
 */
export function serverOptions({ port, hasStatementStatistics, hasToLast }: ServerOptions): string {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: hasSockets ? "." : "",
    max_connections: "200",
    shared_buffers: "256MB",
    effective_cache_size: "1GB",
    random_page_cost: "1.1",
    wal_compression: "on",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    log_checkpoints: "off",
    // The delivery queue turns over fast; dead rows are swept before they slow the claims.
    autovacuum_naptime: "20s",
    ...(hasStatementStatistics ? { shared_preload_libraries: "pg_stat_statements" } : {}),
    ...(hasToLast
      ? { synchronous_commit: "on" }
      : {
          fsync: "off",
          synchronous_commit: "off",
          full_page_writes: "off",
          wal_level: "minimal",
          max_wal_senders: "0",
        }),
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  return [`-p ${port}`, ...flags].join(" ");
}
