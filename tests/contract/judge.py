"""Visitors whose every answer is held against the contract."""
import office
from contract import Contract


class Judge:
    def __init__(self, contract: Contract):
        self.contract = contract
        self.seen = set()  # (operation, status)

    def take(self, method, path, answer):
        operation = self.contract.find(method, path)
        assert operation is not None, f"the contract knows no {method} {path}"
        faults = operation.faults(answer)
        assert not faults, "\n".join(faults)
        self.seen.add((operation.name, answer.status))

    def visitor(self, of):
        visitor = JudgedVisitor(of.port)
        visitor.judge = self
        of.visitors.append(visitor)
        return visitor

    def officer(self, of, username):
        visitor = self.visitor(of)
        answer = visitor.sign_in(username)
        assert answer.status == 200, answer
        return visitor


class JudgedVisitor(office.Visitor):
    judge = None

    def ask(self, method, path, body=None, headers=None):
        answer = super().ask(method, path, body, headers)
        self.judge.take(method, path, answer)
        return answer
