#include "petition/row.hpp"

namespace motcua::petition {
namespace {

std::optional<Moment> next_due(const Petition& petition) {
  if (petition.publication == Publication::Awaited) return petition.publish_due;
  if (!petition.is_open() || petition.clock_stands()) return std::nullopt;
  return petition.answer_due;
}

}  // namespace

Row row_of(const Petition& petition, Moment newest) {
  Row row;
  row.code = petition.code;
  row.version = petition.version;
  row.kind = petition.received.kind;
  row.status = petition.status;
  row.unit = petition.unit;
  row.dossier = petition.received.dossier;
  row.account = petition.received.sender.account;
  row.received_at = petition.received_at;
  row.ended_at = petition.ended_at;
  row.due = next_due(petition);
  row.late = is_late_at(petition, newest);
  if (petition.is_public()) row.published_at = petition.published_at;
  return row;
}

}  // namespace motcua::petition
