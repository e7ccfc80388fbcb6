global using Case = Bpm.Domain.Complaints.Case;
