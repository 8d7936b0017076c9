// The templates notices are written from: those the program ships, with the office's own in their
// place, and the address their links lead to. Kept in the store; in force for the next act.
//
// Any thread.
#pragma once

#include <mutex>
#include <string>

#include "commands/world.hpp"
#include "ports/desk_store.hpp"

namespace motcua::commands {

class NoticeTemplates {
 public:
  NoticeTemplates(notice::Wording shipped, World& world, ports::DeskStore& desk);

  // Reads what the office keeps and gives the world its stationery. Once, before the first act.
  OrFailure<Nothing> lay_out();

  // Where links lead: the office's address as citizens type it.
  OrFailure<Nothing> announce(const std::string& public_address);

  bool is_own(notice::Kind kind, Language language) const;
  // `written` has passed notice::check().
  OrFailure<Nothing> put(notice::Kind kind, Language language, notice::Template written);
  OrFailure<Nothing> bring_back_shipped(notice::Kind kind, Language language);

 private:
  OrFailure<Nothing> change(notice::OwnTemplates own, std::string public_address);

  const notice::Wording shipped_;
  World& world_;
  ports::DeskStore& desk_;
  mutable std::mutex mutex_;
  notice::OwnTemplates own_;
  std::string public_address_;
};

}  // namespace motcua::commands
