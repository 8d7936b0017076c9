// The sender: takes waiting notices to their carriers, tries again later what failed, and gives up
// what cannot be delivered.
//
// A notice goes out at least once: what was carried is noted afterwards, so a program killed in
// between carries it again. One thread sends; the others only wake it.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "notice/schedule.hpp"
#include "ports/carrier.hpp"
#include "ports/clock.hpp"
#include "ports/outbox.hpp"

namespace motcua::duties {

// A channel without a carrier stays inside: its notices are to be read in the app only.
using Carriers = std::map<notice::Channel, ports::Carrier*>;

class Sender {
 public:
  using Report = std::function<void(const Failure&)>;  // of the store; called by the thread
  using MakeDue = std::function<OrFailure<Nothing>(Moment now)>;  // what the clock makes: digests

  Sender(ports::Outbox& outbox, const ports::Clock& clock, Carriers carriers,
         notice::Schedule schedule);
  ~Sender();
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

  const Carriers& carriers() const { return carriers_; }  // the ways out of the house
  void start(MakeDue make_due, Report report);
  void stop();  // after the notice at hand
  void wake();  // any thread: there may be something to send

  // Everything that is due now, on the caller's thread. Not beside start().
  OrFailure<Nothing> send_due();

 private:
  void run();
  bool is_stopping();
  std::chrono::milliseconds until_next();
  ports::Delivery deliver(const ports::KeptNotice& kept, Moment now);
  OrFailure<Nothing> note(std::int64_t id, ports::Delivery delivery);
  OrFailure<Nothing> note_what_could_not_be_noted();

  ports::Outbox& outbox_;
  const ports::Clock& clock_;
  const Carriers carriers_;
  const notice::Schedule schedule_;
  MakeDue make_due_;
  Report report_;
  // Carried but not noted, as the store failed: to be noted, not carried again.
  std::map<std::int64_t, ports::Delivery> not_noted_;

  std::mutex mutex_;
  std::condition_variable told_;
  bool woken_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace motcua::duties
