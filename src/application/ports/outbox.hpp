// The outbox: every notice that was made, and what became of it.
//
// A notice comes in with the act that made it, in the act's own commit; what becomes of it is noted
// here. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.hpp"
#include "base/moment.hpp"
#include "notice/notice.hpp"

namespace motcua::ports {

struct MadeNotice {
  std::string code;           // of the dossier; empty for what concerns none
  std::uint64_t version = 0;  // of the record that made it
  Moment made_at{};
  notice::Notice notice;
};

enum class DeliveryState {
  Waiting,
  Sent,        // the next carrier took it
  InAppOnly,   // the office has no carrier for its channel: it is to be read in the app
  DeadLetter,  // given up
};

struct Delivery {
  DeliveryState state = DeliveryState::Waiting;
  int tries = 0;
  std::optional<Moment> next_at;  // while it waits
  std::string last_error;         // of the newest failed try, in the carrier's words
  std::optional<Moment> sent_at;
};

struct KeptNotice {
  std::int64_t id = 0;
  MadeNotice made;
  Delivery delivery;
};

class Outbox {
 public:
  virtual ~Outbox() = default;
  // For a notice no act makes: a digest. Durable on return.
  virtual OrFailure<Nothing> put_notice(const MadeNotice& made) = 0;
  // Waiting notices whose time has come, the oldest first.
  virtual OrFailure<std::vector<KeptNotice>> due_notices(Moment now, int most) = 0;
  // When the next waiting one is due; nothing when none waits.
  virtual OrFailure<std::optional<Moment>> next_notice_at() = 0;
  virtual OrFailure<Nothing> note_delivery(std::int64_t id, const Delivery& delivery) = 0;
  virtual OrFailure<std::optional<KeptNotice>> find_notice(std::int64_t id) = 0;
  // Of one dossier, in the order they were made.
  virtual OrFailure<std::vector<KeptNotice>> notices_of(std::string_view code) = 0;
  // The newest first.
  virtual OrFailure<std::vector<KeptNotice>> newest_notices(int most) = 0;
  virtual OrFailure<std::vector<KeptNotice>> dead_letters(int most) = 0;
};

}  // namespace motcua::ports
