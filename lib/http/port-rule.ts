/** Ports from 1024 up where something listens that a stray HTTP request could harm or give away. */
const servicePorts: ReadonlySet<number> = new Set([
  ...[1433, 1434, 1521, 3050, 3306, 5432, 5433, 6432, 33060, 50000], // SQL databases and their poolers
  ...[5984, 6379, 6380, 7474, 7687, 8086, 8087, 8098, 8529, 9042, 9160], // other databases
  ...[11211, 16379, 26257, 26379, 27017, 27018, 27019, 28015, 28017, 50070],
  ...[9200, 9300, 8983, 7700], // search engines
  ...[1883, 2181, 4222, 4369, 5671, 5672, 6222, 8222, 8883, 9092, 9093, 15672, 25672, 61613, 61616], // queues
  ...[2375, 2376, 2377, 2379, 2380, 4001, 4194, 4646, 6443, 8200, 8300, 8301, 8500, 8600], // cluster control
  ...[10248, 10249, 10250, 10255, 10256, 10257, 10259],
  ...[3389, 5900, 5901, 5902, 5985, 5986], // remote desktops and shells
  ...[1080, 3128, 8118, 9050, 9051], // proxies
  ...[1099, 5005, 8009, 9229], // debuggers and remote method calls
  // The "bad ports" of the Fetch standard, §2.9, from 1024 up.
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

/** Whether a merchant's URL may name this port: 80, 443, and those from 1024 up that no known service owns. */
export function isPortAllowed(port: number): boolean {
  if (port === 80 || port === 443) return true;
  return port >= 1024 && port <= 65_535 && !servicePorts.has(port);
}
