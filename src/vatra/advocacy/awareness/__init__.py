"""What people know and think: estimates from samples with strata, sampling points and weights, told without exposing anyone."""
