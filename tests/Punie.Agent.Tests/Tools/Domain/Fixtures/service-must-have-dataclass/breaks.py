from svcs_di import Inject, injectable


@injectable
class Users:  # breaks here
    def find(self, name: str) -> str:
        return name


@injectable
class Orders:  # breaks here
    users: Inject[Users]
