// The registrar: every act goes through here, one after the other, many to a commit.
//
// One writer thread takes what has queued up, decides each act on the dossier as it then is,
// appends the records, and commits once; only then is anybody answered. A batch that cannot be
// stored is undone as a whole and every one of its acts is answered with the failure, so nothing
// acknowledged is lost and nothing lost is acknowledged.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "commands/dossier_cache.hpp"
#include "commands/request_memory.hpp"
#include "commands/world.hpp"
#include "dossier/intake_rules.hpp"
#include "dossier/payments.hpp"
#include "dossier/result.hpp"
#include "ports/clock.hpp"
#include "ports/journal.hpp"
#include "view/figure_row.hpp"

namespace motcua::commands {

// Who acted where something followed by rule from an act.
struct ByRule {
  std::string_view id;
  std::string_view name;
};
inline constexpr ByRule by_rule{"office", "Tính phí tự động"};

struct SubmitApplication {
  dossier::Intake intake;
};

struct RegisterApplication {
  dossier::Registration registration;
};

struct PerformAct {
  std::string code;
  std::string act;
  dossier::ActInput input;
  std::optional<std::uint64_t> expected_version;  // as the actor saw it
};

struct IssueResult {  // its paper is signed and kept already: issue_result.hpp
  std::string code;
  dossier::Issue issue;
  std::uint64_t expected_version = 0;
};

struct RecomputePromise {  // after the calendar changed
  std::string code;
  std::string decree;
};

struct OrderPayment {  // the applicant is about to pay through a gateway
  std::string code;
  dossier::OrderTerms terms;
};

struct SettlePayment {  // a gateway said how an order ended; its signature was verified before
  std::string code;
  payment::Notice notice;
};

struct EndRefund {  // a gateway answered a refund
  std::string code;
  dossier::RefundAnswer answer;
};

struct MoveToSuccessor {  // its unit is no more from today on
  std::string code;
};

struct LetTimerCome {  // the first timer of its process that is due by now
  std::string code;
};

using Command =
    std::variant<SubmitApplication, RegisterApplication, PerformAct, IssueResult, RecomputePromise,
                 OrderPayment, SettlePayment, EndRefund, MoveToSuccessor, LetTimerCome>;

struct Request {
  dossier::Officer officer;
  Command command;
  // The same key with the same contents again is answered as the first time. Empty: not repeatable.
  std::string key;
  std::string contents_digest;
  // Generated history and simulation only: the moment the act is taken to happen.
  std::optional<Moment> as_if_at;
};

struct Done {
  DossierSnapshot dossier;
  std::string event;                           // name of what happened; empty when nothing had to
  bool repeated = false;                       // answered from memory
  std::vector<std::string> consequences = {};  // names of what followed by rule, in the same commit
};

struct Conflict {  // somebody acted since the actor looked
  std::uint64_t version_now = 0;
};

using Outcome = std::variant<Done, Rejection, Conflict, Failure>;
using Completion = std::function<void(Outcome)>;

struct Changed {  // a dossier as a commit left it
  DossierSnapshot dossier;
  view::FigureRow figures;
};

class Registrar {
 public:
  // Called on the writer thread after each commit with the dossiers that changed.
  using Committed = std::function<void(const std::vector<Changed>&)>;

  Registrar(const World& world, ports::Journal& journal, DossierCache& cache, ports::Clock& clock);
  ~Registrar();
  Registrar(const Registrar&) = delete;
  Registrar& operator=(const Registrar&) = delete;

  // Reads the journal's end and starts the writer. Call before the first submit().
  OrFailure<Nothing> start();
  void stop();  // finishes what is queued

  void on_committed(Committed committed) { committed_.push_back(std::move(committed)); }

  // Any thread. `done` is called on the writer thread after the commit; it must not block.
  void submit(Request request, Completion done);
  Outcome perform(Request request);  // waits for the outcome

  // Why the newest batch could not be kept; nothing once a later one with acts was. Any thread.
  std::optional<Failure> commit_failure() const;

 private:
  struct Queued {
    Request request;
    Completion done;
  };
  class Batch;

  void run();
  std::vector<Queued> take_batch();
  void commit_batch(std::vector<Queued>& queued);
  void note_commit(std::optional<Failure> failure);

  const World& world_;
  ports::Journal& journal_;
  DossierCache& cache_;
  ports::Clock& clock_;
  std::vector<Committed> committed_;

  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Queued> queue_;
  bool stopping_ = false;
  std::thread thread_;

  mutable std::mutex failure_mutex_;
  std::optional<Failure> commit_failure_;

  // Writer thread only.
  ports::JournalEnd end_;
  std::map<std::string, int> daily_sequences_;
  std::map<int, int> register_numbers_;  // the last one given in a year
  RequestMemory requests_;
};

inline constexpr RejectionKind request_key_reused{
    "request_key_reused", "Khóa yêu cầu này đã dùng cho một việc khác.",
    "This request key was already used for something else."};
inline constexpr RejectionKind procedure_unknown{"procedure_unknown",
                                                 "Không có thủ tục “{procedure}” đang có hiệu lực.",
                                                 "There is no procedure “{procedure}” in force."};

}  // namespace motcua::commands
