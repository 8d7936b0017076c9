#include "commands/chain.hpp"

namespace motcua::commands {

Digest chain_after(const Digest& before, const ports::StoredRecord& record) {
  const auto& r = record.record;
  std::string covered(reinterpret_cast<const char*>(before.data()), before.size());
  const auto field = [&](std::string_view text) {
    covered += std::to_string(text.size());
    covered += ':';
    covered += text;
  };
  field(std::to_string(record.sequence));
  field(r.code);
  field(std::to_string(r.version));
  field(std::to_string(to_unix(r.at)));
  field(r.actual_at ? std::to_string(to_unix(*r.actual_at)) : "");
  field(r.actor.id);
  field(r.actor.name);
  field(r.actor.unit);
  field(record.type);
  field(record.body);
  return sha256(covered);
}

}  // namespace motcua::commands
