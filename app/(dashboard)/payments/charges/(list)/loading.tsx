import { ListLoading } from "#components/listing/list-loading.tsx";

export default function ChargesLoading() {
  return <ListLoading title="Charges" what="charges" />;
}
