// One commit of the registrar: decides acts in order on the dossiers as they become, and keeps what
// must be undone if the commit fails.
#pragma once

#include "commands/registrar.hpp"

namespace motcua::commands {

class Registrar::Batch {
 public:
  Batch(Registrar& owner, ports::Transaction& transaction)
      : owner_(owner),
        transaction_(transaction),
        calendar_(owner.world_.calendar()),
        stationery_(owner.world_.stationery()),
        end_(owner.end_),
        daily_sequences_(owner.daily_sequences_) {}

  // Decides one request and appends what follows. Failure: the whole batch must be given up.
  OrFailure<Outcome> attempt(const Request& request);

  // After the commit: makes the batch's results the registrar's.
  std::vector<Changed> publish();

 private:
  struct Change {
    std::string code;
    dossier::Dossier before;  // version 0 for a new dossier
    dossier::Event event;
    std::optional<Moment> actual_at;
    const procedure::Version* version = nullptr;
  };
  using Decided = std::variant<Change, Outcome>;

  Decided decide(const SubmitApplication& command, const Request& request, Moment now);
  Decided decide(const RegisterApplication& command, const Request& request, Moment now);
  Decided decide(const PerformAct& command, const Request& request, Moment now);
  Decided decide(const RecomputePromise& command, const Request& request, Moment now);
  Decided begin(OrRejection<dossier::Event> event, const procedure::Version& version, Moment now);

  OrFailure<Outcome> record(const Request& request, Moment now, Change change);
  // The notice this record makes: kept or undone with it.
  std::optional<notice::Notice> notice_of(const dossier::Record& record,
                                          const dossier::Dossier& after,
                                          const procedure::Version& version) const;
  OrFailure<DossierSnapshot> find(std::string_view code);
  OrFailure<std::string> next_code(Moment now);
  dossier::Facts facts(const Request& request, const procedure::Version& version, Moment now) const;
  // What a request that was answered before is answered again; nothing for a new one.
  OrFailure<std::optional<Outcome>> answered(const Request& request);
  OrFailure<Done> done_before(const AnsweredRequest& known);

  Registrar& owner_;
  ports::Transaction& transaction_;
  CalendarSnapshot calendar_;
  StationerySnapshot stationery_;
  ports::JournalEnd end_;
  std::map<std::string, int> daily_sequences_;
  std::map<std::string, Changed, std::less<>> touched_;
  struct AnsweredHere {
    AnsweredRequest request;
    Done done;
  };
  std::map<std::string, AnsweredHere> answered_;
};

}  // namespace motcua::commands
