import { ListLoading } from "#components/listing/list-loading.tsx";

export default function IntegrationsLoading() {
  return <ListLoading title="Connected apps" what="connected apps" />;
}
